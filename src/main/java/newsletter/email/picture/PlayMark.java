package newsletter.email.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A round play mark in the middle of a still: no mail program plays a video, so the picture has to say that it is one. */
final class PlayMark {
    private static final Color SHADE = new Color(0x14, 0x18, 0x1D, 0xB8);

    private PlayMark() {}

    /** Draws it into the picture, in a size that goes with the picture's. */
    static void draw(BufferedImage still) {
        Graphics2D graphics = still.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(still.getWidth() / 2.0, still.getHeight() / 2.0);
        paint(graphics, Math.min(still.getWidth(), still.getHeight()) / 7.0);
        graphics.dispose();
    }

    private static void paint(Graphics2D graphics, double radius) {
        Ellipse2D disc = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
        graphics.setColor(SHADE);
        graphics.fill(disc);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke((float) (radius / 14)));
        graphics.draw(disc);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(-radius * 0.32, -radius * 0.48);
        triangle.lineTo(radius * 0.54, 0);
        triangle.lineTo(-radius * 0.32, radius * 0.48);
        triangle.closePath();
        graphics.fill(triangle);
    }
}
