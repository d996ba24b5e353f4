import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Draws the pictures of the example publication: flat illustrations in the accent's family, and the logo. It needs nothing
 * but the JDK, no fonts either: the logo's letters are drawn as lines and arcs. From the root of the repository:
 *
 * <pre>java docs/pictures/Draw.java content</pre>
 *
 * <p>Lengths are pixels, with the origin at the top left; angles are degrees, counter-clockwise from three o'clock.
 */
public final class Draw {
    private static final int WIDTH = 1072;
    private static final int HEIGHT = 603;

    private static final Map<String, Picture> STORIES = Map.ofEntries(
            Map.entry("news/kyiv.png", new Kyiv()),
            Map.entry("news/korea.png", new Korea()),
            Map.entry("news/ukraine-hungary.png", new UkraineHungary()),
            Map.entry("news/taiwan.png", new Taiwan()),
            Map.entry("news/bond-spain.png", new BondSpain()),
            Map.entry("news/laser-go.png", new LaserGo()),
            Map.entry("news/ec2i.png", new Ec2i()),
            Map.entry("news/castilla-la-mancha.png", new CastillaLaMancha()),
            Map.entry("events/vienna.png", new Vienna()),
            Map.entry("events/zagreb.png", new Zagreb()),
            Map.entry("interviews/avaessen.png", new Avaessen()),
            Map.entry("interviews/genopole.png", new Genopole()));

    private Draw() {}

    /** Draws all of them into the folder named, {@code content} where none is. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args.length > 0 ? args[0] : "content");
        for (Map.Entry<String, Picture> story : STORIES.entrySet()) {
            draw(story.getValue(), WIDTH, HEIGHT, folder.resolve(story.getKey()));
        }
        draw(new Logo(), Logo.WIDTH, Logo.HEIGHT, folder.resolve("logo.png"));
    }

    private static void draw(Picture picture, int width, int height, Path file) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Canvas canvas = new Canvas(image);
        picture.paint(canvas);
        canvas.close();
        Files.createDirectories(file.getParent());
        Png.write(image, file);
    }
}

/** Something that can be painted. */
interface Picture {
    void paint(Canvas canvas);
}

/** The colours: the accent's family, two warm ones with a tint, and one leaf. */
final class Palette {
    static final Color NAVY = new Color(0x00264F);
    static final Color DEEP = new Color(0x003573);
    static final Color ACCENT = new Color(0x004494);
    static final Color BLUE = new Color(0x2B67B0);
    static final Color AZURE = new Color(0x6A9FD6);
    static final Color SKY = new Color(0xA3C5E8);
    static final Color MIST = new Color(0xCADDF1);
    static final Color PAPER = new Color(0xE6EFF8);
    static final Color WHITE = new Color(0xFFFFFF);
    static final Color AMBER = new Color(0xF2B14A);
    static final Color OCHRE = new Color(0xD98F2B);
    static final Color SAND = new Color(0xFBE6C2);
    static final Color CORAL = new Color(0xE5714F);
    static final Color LEAF = new Color(0x3B9A8C);
    static final Color LEAF_LIGHT = new Color(0x62B5A6);

    private Palette() {}
}

/** A surface to paint on, with smooth edges. */
final class Canvas {
    private final Graphics2D graphics;
    private final int width;
    private final int height;

    Canvas(BufferedImage image) {
        graphics = image.createGraphics();
        width = image.getWidth();
        height = image.getHeight();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void background(Color color) {
        fill(color, Shapes.box(0, 0, width, height));
    }

    void fill(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** Fills a shape and rounds its corners, by a rim of that many pixels around it. */
    void soft(Color color, double rim, Shape shape) {
        fill(color, shape);
        line(color, 2 * rim, shape);
    }

    /** Draws along a shape, with round ends and joints. */
    void line(Color color, double thickness, Shape shape) {
        stroke(color, shape, new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** Draws dashes along a shape; a dash of length 0 is a dot. */
    void dashes(Color color, double thickness, double dash, double gap, Shape shape) {
        float[] pattern = {(float) dash, (float) gap};
        stroke(
                color,
                shape,
                new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, pattern, 0));
    }

    /** Paints something else at another place, turned by an angle clockwise, and in another size. */
    void at(double x, double y, double degrees, double scale, Picture picture) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(degrees));
        graphics.scale(scale, scale);
        picture.paint(this);
        graphics.setTransform(before);
    }

    /** Paints something else at another place. */
    void at(double x, double y, Picture picture) {
        at(x, y, 0, 1, picture);
    }

    void close() {
        graphics.dispose();
    }

    private void stroke(Color color, Shape shape, BasicStroke stroke) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }
}

/** Shapes by their measures. */
final class Shapes {
    private Shapes() {}

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Shape rounded(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
    }

    static Shape segment(double x1, double y1, double x2, double y2) {
        return new Line2D.Double(x1, y1, x2, y2);
    }

    static Shape arc(double x, double y, double radius, double from, double extent) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, extent, Arc2D.OPEN);
    }

    /** Half a disc, flat side down. */
    static Shape dome(double x, double y, double radius) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, 0, 180, Arc2D.PIE);
    }

    /** A closed outline with straight sides, through x1, y1, x2, y2 … */
    static Path2D polygon(double... points) {
        Path2D path = polyline(points);
        path.closePath();
        return path;
    }

    /** A line with corners, through x1, y1, x2, y2 … */
    static Path2D polyline(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    /** A closed outline without corners, through x1, y1, x2, y2 … (a Catmull-Rom spline). */
    static Path2D blob(double... points) {
        int count = points.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 0; i < count; i++) {
            bend(path, point(points, i - 1), point(points, i), point(points, i + 1), point(points, i + 2));
        }
        path.closePath();
        return path;
    }

    /** A bow from one point to another, over a point that pulls it. */
    static Path2D bow(double x1, double y1, double pullX, double pullY, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.quadTo(pullX, pullY, x2, y2);
        return path;
    }

    /** A hexagon that stands on a corner. */
    static Shape hexagon(double x, double y, double radius) {
        double side = radius * Math.sqrt(3) / 2;
        return polygon(
                x,
                y - radius,
                x + side,
                y - radius / 2,
                x + side,
                y + radius / 2,
                x,
                y + radius,
                x - side,
                y + radius / 2,
                x - side,
                y - radius / 2);
    }

    /** Water or hills: all below a sine line. */
    static Shape swell(double y, double amplitude, double length, double shift) {
        Path2D path = new Path2D.Double();
        path.moveTo(-20, 700);
        for (int x = -20; x <= 1100; x += 4) {
            path.lineTo(x, y + amplitude * Math.sin(2 * Math.PI * (x - shift) / length));
        }
        path.lineTo(1100, 700);
        path.closePath();
        return path;
    }

    static Area cut(Shape from, Shape part) {
        Area area = new Area(from);
        area.subtract(new Area(part));
        return area;
    }

    static Area common(Shape one, Shape other) {
        Area area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    private static Point2D point(double[] points, int index) {
        int wrapped = 2 * Math.floorMod(index, points.length / 2);
        return new Point2D.Double(points[wrapped], points[wrapped + 1]);
    }

    private static void bend(Path2D path, Point2D before, Point2D from, Point2D to, Point2D after) {
        path.curveTo(
                from.getX() + (to.getX() - before.getX()) / 6,
                from.getY() + (to.getY() - before.getY()) / 6,
                to.getX() - (after.getX() - from.getX()) / 6,
                to.getY() - (after.getY() - from.getY()) / 6,
                to.getX(),
                to.getY());
    }
}

/** Golden domes above a river; a network hangs from their tips. */
final class Kyiv implements Picture {
    private static final double[][] TIPS = {{336, 253}, {436, 196}, {536, 98}, {636, 196}, {736, 253}};
    private static final double[][] NODES = {{96, 150}, {236, 74}, {838, 74}, {976, 150}};

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.MIST);
        canvas.fill(Palette.PAPER, Shapes.circle(536, 330, 300));
        network(canvas);
        hills(canvas);
        church(canvas);
        river(canvas);
    }

    private void network(Canvas canvas) {
        link(canvas, NODES[0], NODES[1]);
        link(canvas, NODES[0], TIPS[0]);
        link(canvas, NODES[1], TIPS[0]);
        link(canvas, NODES[1], TIPS[2]);
        link(canvas, TIPS[2], NODES[2]);
        link(canvas, NODES[2], TIPS[4]);
        link(canvas, NODES[3], TIPS[4]);
        link(canvas, NODES[2], NODES[3]);
        for (double[] node : NODES) {
            canvas.fill(Palette.ACCENT, Shapes.circle(node[0], node[1], 15));
            canvas.fill(Palette.WHITE, Shapes.circle(node[0], node[1], 6));
        }
    }

    private void link(Canvas canvas, double[] from, double[] to) {
        canvas.line(Palette.AZURE, 4, Shapes.segment(from[0], from[1], to[0], to[1]));
    }

    private void hills(Canvas canvas) {
        canvas.fill(Palette.SKY, Shapes.swell(420, 34, 760, 330));
        canvas.fill(Palette.AZURE, Shapes.swell(452, 22, 620, 120));
    }

    private void church(Canvas canvas) {
        tower(canvas, 336, 345, 30);
        tower(canvas, 736, 345, 30);
        tower(canvas, 436, 307, 36);
        tower(canvas, 636, 307, 36);
        tower(canvas, 536, 250, 49);
        canvas.fill(Palette.WHITE, Shapes.box(296, 400, 480, 110));
        canvas.fill(Palette.PAPER, Shapes.box(656, 400, 120, 110));
        canvas.fill(Palette.MIST, Shapes.box(296, 400, 480, 8));
        for (int x = 336; x <= 736; x += 100) {
            window(canvas, x, 440, 15, 50);
        }
    }

    /** A drum with its dome, whose base stands at y. */
    private void tower(Canvas canvas, double x, double y, double radius) {
        canvas.fill(Palette.WHITE, Shapes.box(x - radius, y, 2 * radius, 420 - y));
        canvas.fill(Palette.PAPER, Shapes.box(x + radius / 3, y, radius * 2 / 3, 420 - y));
        window(canvas, x, y + 30, radius / 4, radius * 1.1);
        canvas.fill(Palette.BLUE, Shapes.box(x - radius - 4, y - 4, 2 * radius + 8, 10));
        canvas.at(x, y - 4, 0, radius, this::dome);
        canvas.fill(Palette.OCHRE, Shapes.circle(x, y - 4 - radius * 2.82, 8));
    }

    /** A pear-shaped dome, 1 in radius, with a lantern on it. */
    private void dome(Canvas canvas) {
        Path2D pear = new Path2D.Double();
        pear.moveTo(-0.98, 0);
        pear.curveTo(-1.5, -0.75, -0.62, -1.2, -0.3, -1.6);
        pear.lineTo(0.3, -1.6);
        pear.curveTo(0.62, -1.2, 1.5, -0.75, 0.98, 0);
        pear.closePath();
        canvas.fill(Palette.AMBER, pear);
        canvas.fill(Palette.OCHRE, Shapes.cut(pear, Shapes.circle(-0.55, -0.75, 1.22)));
        canvas.fill(Palette.WHITE, Shapes.box(-0.22, -1.9, 0.44, 0.34));
        canvas.fill(Palette.AMBER, Shapes.polygon(-0.34, -1.88, 0, -2.8, 0.34, -1.88));
        canvas.fill(Palette.OCHRE, Shapes.polygon(0.08, -1.88, 0, -2.8, 0.34, -1.88));
    }

    private void window(Canvas canvas, double x, double y, double radius, double height) {
        canvas.fill(Palette.BLUE, Shapes.dome(x, y, radius));
        canvas.fill(Palette.BLUE, Shapes.box(x - radius, y - 1, 2 * radius, height));
    }

    private void river(Canvas canvas) {
        canvas.fill(Palette.ACCENT, Shapes.swell(506, 7, 540, 0));
        canvas.fill(Palette.DEEP, Shapes.swell(560, 9, 420, 160));
        canvas.line(Palette.AZURE, 4, Shapes.segment(150, 536, 300, 536));
        canvas.line(Palette.AMBER, 4, Shapes.segment(440, 534, 632, 534));
        canvas.line(Palette.AMBER, 4, Shapes.segment(490, 552, 582, 552));
        canvas.line(Palette.AZURE, 4, Shapes.segment(770, 540, 900, 540));
    }
}

/** A map: a dotted arc from a pin in the west to a pin on a peninsula in the east. */
final class Korea implements Picture {
    private static final Shape WEST = Shapes.blob(
            -80, -60, 150, -60, 300, 30, 250, 110, 330, 150, 420, 120, 440, 190, 350, 250, 390, 320, 360, 400, 310, 330,
            240, 300, 250, 390, 170, 420, 120, 360, 30, 390, -80, 380);
    private static final Shape SOUTH = Shapes.blob(-60, 520, 80, 490, 210, 520, 330, 500, 420, 560, 470, 680, -60, 680);
    private static final Shape EAST = Shapes.blob(
            610, -60, 640, 40, 730, 90, 700, 160, 770, 190, 800, 150, 850, 170, 830, 230, 860, 290, 840, 360, 880, 410,
            940, 380, 930, 300, 900, 240, 920, 170, 1000, 120, 1160, 60, 1160, -60);
    private static final Shape ISLANDS =
            Shapes.blob(1010, 330, 1050, 290, 1120, 270, 1160, 320, 1100, 380, 1040, 450, 980, 480, 960, 450);

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.ACCENT);
        grid(canvas);
        shallows(canvas, Palette.BLUE, 64);
        shallows(canvas, Palette.AZURE, 26);
        lands(canvas);
        Shape arc = Shapes.bow(262, 232, 560, 20, 874, 322);
        canvas.dashes(Palette.AMBER, 9, 0, 22, arc);
        pin(canvas, 262, 242, Palette.AMBER);
        pin(canvas, 880, 330, Palette.CORAL);
    }

    private void grid(Canvas canvas) {
        for (int x = -40; x < 1100; x += 180) {
            canvas.line(Palette.DEEP, 2, Shapes.bow(x + 40, 0, x - 20, 300, x + 40, 603));
        }
        for (int y = 90; y < 603; y += 140) {
            canvas.line(Palette.DEEP, 2, Shapes.bow(0, y, 536, y + 50, 1072, y));
        }
    }

    private void shallows(Canvas canvas, Color color, double width) {
        for (Shape land : List.of(WEST, SOUTH, EAST, ISLANDS)) {
            canvas.line(color, width, land);
        }
    }

    private void lands(Canvas canvas) {
        for (Shape land : List.of(WEST, SOUTH, EAST, ISLANDS)) {
            canvas.fill(Palette.PAPER, land);
        }
        canvas.fill(Palette.MIST, Shapes.common(WEST, Shapes.circle(60, 60, 190)));
        canvas.fill(Palette.MIST, Shapes.common(EAST, Shapes.circle(960, 10, 150)));
    }

    /** A pin whose point is at x, y. */
    private void pin(Canvas canvas, double x, double y, Color color) {
        canvas.at(x, y, pin -> {
            canvas.fill(Palette.SKY, new Ellipse2D.Double(-26, -9, 52, 18));
            Path2D drop = new Path2D.Double();
            drop.moveTo(0, 0);
            drop.curveTo(-14, -38, -50, -58, -50, -98);
            drop.append(new Arc2D.Double(-50, -148, 100, 100, 180, -180, Arc2D.OPEN), true);
            drop.curveTo(50, -58, 14, -38, 0, 0);
            canvas.fill(color, drop);
            canvas.fill(Palette.WHITE, Shapes.circle(0, -98, 21));
        });
    }
}

/** Two clusters of hexagons that reach out to each other. The middle is kept calm for the play mark. */
final class UkraineHungary implements Picture {
    private static final double RADIUS = 58;
    private static final double STEP = 112;
    private static final double ROW = 97;

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.ACCENT);
        canvas.fill(Palette.DEEP, Shapes.circle(536, 302, 420));
        canvas.fill(Palette.ACCENT, Shapes.circle(536, 302, 270));
        bridge(canvas, 96);
        bridge(canvas, 507);
        cluster(canvas, 232, 1, Palette.SKY, Palette.AZURE, Palette.BLUE);
        cluster(canvas, 840, -1, Palette.AMBER, Palette.OCHRE, Palette.CORAL);
    }

    private void bridge(Canvas canvas, double y) {
        double pull = y < 300 ? y - 100 : y + 100;
        canvas.dashes(Palette.WHITE, 6, 0, 18, Shapes.bow(300, y, 536, pull, 772, y));
    }

    /** A ring of hexagons round one, and one more towards the middle; direction is 1 to the right, -1 to the left. */
    private void cluster(Canvas canvas, double x, int direction, Color light, Color middle, Color dark) {
        tile(canvas, middle, x, 302);
        tile(canvas, light, x + direction * STEP, 302);
        tile(canvas, dark, x - direction * STEP, 302);
        tile(canvas, light, x + direction * STEP / 2, 302 - ROW);
        tile(canvas, middle, x + direction * STEP / 2, 302 + ROW);
        tile(canvas, dark, x - direction * STEP / 2, 302 - ROW);
        tile(canvas, light, x - direction * STEP / 2, 302 + ROW);
        canvas.line(Palette.WHITE, 5, Shapes.hexagon(x, 302 - 2 * ROW, RADIUS - 12));
        canvas.line(Palette.WHITE, 5, Shapes.hexagon(x, 302 + 2 * ROW, RADIUS - 12));
    }

    private void tile(Canvas canvas, Color color, double x, double y) {
        canvas.soft(color, 6, Shapes.hexagon(x, y, RADIUS - 8));
    }
}

/** A tiered tower in a city at dusk, with circuit lines in the ground. */
final class Taiwan implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.ACCENT);
        canvas.fill(Palette.BLUE, Shapes.circle(640, 250, 240));
        canvas.fill(Palette.SAND, Shapes.circle(700, 190, 104));
        canvas.fill(Palette.BLUE, Shapes.swell(392, 40, 900, 90));
        city(canvas);
        canvas.at(500, 470, this::tower);
        ground(canvas);
    }

    private void city(Canvas canvas) {
        block(canvas, Palette.AZURE, 60, 330, 86);
        block(canvas, Palette.SKY, 140, 270, 74);
        block(canvas, Palette.AZURE, 216, 366, 96);
        block(canvas, Palette.SKY, 316, 310, 84);
        block(canvas, Palette.SKY, 604, 340, 92);
        block(canvas, Palette.AZURE, 700, 286, 80);
        block(canvas, Palette.SKY, 784, 372, 104);
        block(canvas, Palette.AZURE, 892, 318, 78);
        block(canvas, Palette.SKY, 968, 400, 70);
    }

    private void block(Canvas canvas, Color color, double x, double top, double width) {
        canvas.fill(color, Shapes.box(x, top, width, 480 - top));
        for (double y = top + 22; y < 450; y += 30) {
            canvas.dashes(Palette.PAPER, 7, 9, 15, Shapes.segment(x + 17, y, x + width - 15, y));
        }
    }

    /** The tower, with the middle of its foot at the origin. */
    private void tower(Canvas canvas) {
        canvas.fill(Palette.WHITE, Shapes.polygon(-70, 0, -52, -110, 52, -110, 70, 0));
        canvas.fill(Palette.MIST, Shapes.polygon(12, 0, 9, -110, 52, -110, 70, 0));
        for (int tier = 0; tier < 7; tier++) {
            tier(canvas, -110 - 36 * tier);
        }
        canvas.fill(Palette.WHITE, Shapes.box(-26, -386, 52, 26));
        canvas.fill(Palette.WHITE, Shapes.box(-13, -406, 26, 22));
        canvas.line(Palette.WHITE, 6, Shapes.segment(0, -404, 0, -440));
        canvas.fill(Palette.CORAL, Shapes.circle(0, -444, 8));
    }

    private void tier(Canvas canvas, double y) {
        canvas.fill(Palette.WHITE, Shapes.polygon(-42, y, -56, y - 36, 56, y - 36, 42, y));
        canvas.fill(Palette.MIST, Shapes.polygon(8, y, 12, y - 36, 56, y - 36, 42, y));
        canvas.fill(Palette.AMBER, Shapes.box(-56, y - 36, 112, 6));
    }

    private void ground(Canvas canvas) {
        canvas.fill(Palette.NAVY, Shapes.box(0, 470, 1072, 133));
        for (int i = 0; i < 7; i++) {
            double knee = 492 + 7 * i;
            trace(canvas, 84 + 60 * i, knee, 1, i % 3 == 1);
            trace(canvas, 980 - 64 * i, knee, -1, i % 3 == 2);
        }
    }

    /** A line that goes down, aslant and down again, and ends in an eye. */
    private void trace(Canvas canvas, double x, double knee, int direction, boolean warm) {
        Color color = warm ? Palette.AMBER : Palette.AZURE;
        canvas.line(color, 4, Shapes.polyline(x, 472, x, knee, x + direction * 24, knee + 24, x + direction * 24, 566));
        canvas.fill(color, Shapes.circle(x + direction * 24, 572, 9));
        canvas.fill(Palette.NAVY, Shapes.circle(x + direction * 24, 572, 4));
    }
}

/** A rosette with ribbons, and hexagons at its centre. */
final class BondSpain implements Picture {
    private static final Color[] RING = {
        Palette.ACCENT, Palette.AMBER, Palette.AZURE, Palette.CORAL, Palette.BLUE, Palette.AMBER
    };

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.PAPER);
        rays(canvas);
        canvas.at(536, 270, this::ribbons);
        canvas.at(536, 270, this::rosette);
        canvas.at(536, 270, this::hexagons);
    }

    private void rays(Canvas canvas) {
        for (int ray = 0; ray < 24; ray += 2) {
            double from = Math.toRadians(15 * ray - 7.5);
            double to = Math.toRadians(15 * ray + 7.5);
            canvas.fill(
                    Palette.MIST,
                    Shapes.polygon(
                            536,
                            270,
                            536 + 900 * Math.cos(from),
                            270 + 900 * Math.sin(from),
                            536 + 900 * Math.cos(to),
                            270 + 900 * Math.sin(to)));
        }
    }

    private void ribbons(Canvas canvas) {
        canvas.at(-60, 130, 16, 1, ribbon -> canvas.fill(Palette.CORAL, tail()));
        canvas.at(60, 130, -16, 1, ribbon -> canvas.fill(Palette.AMBER, tail()));
    }

    private Shape tail() {
        return Shapes.polygon(-46, 0, 46, 0, 46, 180, 0, 146, -46, 180);
    }

    private void rosette(Canvas canvas) {
        for (int petal = 0; petal < 20; petal++) {
            double angle = Math.toRadians(18 * petal);
            canvas.fill(Palette.ACCENT, Shapes.circle(196 * Math.cos(angle), 196 * Math.sin(angle), 34));
        }
        canvas.fill(Palette.ACCENT, Shapes.circle(0, 0, 206));
        canvas.fill(Palette.WHITE, Shapes.circle(0, 0, 178));
        canvas.dashes(Palette.AZURE, 5, 0, 16.13, Shapes.circle(0, 0, 160));
    }

    private void hexagons(Canvas canvas) {
        canvas.soft(Palette.NAVY, 5, Shapes.hexagon(0, 0, 39));
        for (int i = 0; i < RING.length; i++) {
            double angle = Math.toRadians(60 * i);
            canvas.soft(RING[i], 5, Shapes.hexagon(84 * Math.cos(angle), 84 * Math.sin(angle), 39));
        }
    }
}

/** A beam that a lens gathers into one point, and that fans out in colours behind it. */
final class LaserGo implements Picture {
    private static final Color[] FAN = {Palette.CORAL, Palette.AMBER, Palette.SAND, Palette.SKY, Palette.AZURE};

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.NAVY);
        canvas.fill(Palette.DEEP, Shapes.circle(420, 302, 270));
        canvas.fill(Palette.ACCENT, Shapes.circle(420, 302, 190));
        bench(canvas);
        fan(canvas);
        beam(canvas);
        lens(canvas);
        source(canvas);
        canvas.fill(Palette.WHITE, Shapes.circle(660, 302, 13));
    }

    private void bench(Canvas canvas) {
        canvas.fill(Palette.BLUE, Shapes.box(0, 524, 1072, 20));
        canvas.fill(Palette.DEEP, Shapes.box(0, 544, 1072, 59));
        for (int x = 44; x < 1072; x += 41) {
            canvas.fill(Palette.ACCENT, Shapes.circle(x, 572, 7));
        }
    }

    private void fan(Canvas canvas) {
        for (int i = 0; i < FAN.length; i++) {
            double top = 112 + 76 * i;
            canvas.fill(FAN[i], Shapes.polygon(660, 302, 1080, top, 1080, 492));
        }
    }

    private void beam(Canvas canvas) {
        canvas.fill(Palette.SAND, Shapes.box(150, 242, 270, 120));
        canvas.fill(Palette.SAND, Shapes.polygon(420, 242, 660, 302, 420, 362));
        canvas.fill(Palette.WHITE, Shapes.box(150, 284, 270, 36));
        canvas.fill(Palette.WHITE, Shapes.polygon(420, 284, 660, 302, 420, 320));
    }

    private void lens(Canvas canvas) {
        Area lens = Shapes.common(Shapes.circle(250, 302, 250), Shapes.circle(590, 302, 250));
        canvas.fill(Palette.SKY, lens);
        canvas.fill(Palette.MIST, Shapes.common(lens, Shapes.circle(222, 302, 250)));
        canvas.fill(Palette.WHITE, Shapes.common(lens, Shapes.box(300, 242, 240, 120)));
        canvas.line(Palette.WHITE, 5, lens);
        canvas.fill(Palette.SKY, Shapes.box(406, 482, 28, 34));
        canvas.fill(Palette.SKY, Shapes.rounded(358, 508, 124, 18, 6));
    }

    private void source(Canvas canvas) {
        canvas.fill(Palette.AZURE, Shapes.rounded(-30, 206, 180, 192, 16));
        canvas.fill(Palette.BLUE, Shapes.rounded(-30, 318, 180, 80, 16));
        canvas.fill(Palette.WHITE, Shapes.rounded(132, 230, 34, 144, 8));
        canvas.fill(Palette.CORAL, Shapes.circle(70, 262, 15));
        canvas.fill(Palette.BLUE, Shapes.box(36, 398, 40, 128));
    }
}

/** A plug whose cable grows into a plant, in front of a skyline. */
final class Ec2i implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.PAPER);
        canvas.fill(Palette.SAND, Shapes.circle(300, 250, 170));
        farSkyline(canvas);
        nearSkyline(canvas);
        canvas.fill(Palette.ACCENT, Shapes.box(0, 500, 1072, 103));
        plant(canvas);
        canvas.at(250, 552, this::plug);
    }

    private void farSkyline(Canvas canvas) {
        double[][] blocks = {
            {20, 330, 80},
            {120, 290, 70},
            {250, 350, 90},
            {430, 300, 80},
            {560, 340, 90},
            {860, 300, 80},
            {960, 340, 90}
        };
        for (double[] block : blocks) {
            canvas.fill(Palette.MIST, Shapes.box(block[0], block[1], block[2], 500 - block[1]));
        }
        stepped(canvas, 500, 110, Palette.MIST);
    }

    private void nearSkyline(Canvas canvas) {
        double[][] blocks = {
            {-10, 400, 90},
            {90, 372, 76},
            {180, 420, 100},
            {330, 380, 84},
            {424, 430, 90},
            {560, 404, 70},
            {640, 436, 100},
            {900, 392, 80},
            {990, 430, 100}
        };
        for (double[] block : blocks) {
            canvas.fill(Palette.AZURE, Shapes.box(block[0], block[1], block[2], 500 - block[1]));
            for (double y = block[1] + 20; y < 490; y += 26) {
                canvas.dashes(Palette.PAPER, 6, 7, 14, Shapes.segment(block[0] + 16, y, block[0] + block[2] - 14, y));
            }
        }
    }

    /** A high-rise that narrows in steps to a needle. */
    private void stepped(Canvas canvas, double x, double top, Color color) {
        canvas.fill(color, Shapes.box(x - 54, top + 190, 108, 300));
        canvas.fill(color, Shapes.box(x - 40, top + 90, 80, 300));
        canvas.fill(color, Shapes.box(x - 26, top + 54, 52, 300));
        canvas.line(color, 8, Shapes.segment(x, top, x, top + 60));
    }

    private void plant(Canvas canvas) {
        Path2D cable = new Path2D.Double();
        cable.moveTo(300, 552);
        cable.lineTo(640, 552);
        cable.curveTo(790, 552, 770, 420, 770, 300);
        canvas.line(Palette.NAVY, 15, cable);
        leaf(canvas, 770, 330, -100, 1.25);
        leaf(canvas, 770, 400, -22, 1);
        leaf(canvas, 768, 440, -158, 0.86);
    }

    /** A leaf that grows from x, y in a direction (clockwise). */
    private void leaf(Canvas canvas, double x, double y, double degrees, double scale) {
        canvas.at(x, y, degrees, scale, leaf -> {
            Path2D upper = Shapes.bow(0, 0, 90, -110, 210, 0);
            Path2D lower = Shapes.bow(0, 0, 90, 110, 210, 0);
            canvas.fill(Palette.LEAF_LIGHT, upper);
            canvas.fill(Palette.LEAF, lower);
            canvas.line(Palette.NAVY, 8, Shapes.segment(0, 0, 120, 0));
        });
    }

    /** A plug that looks to the left, with the cable's end at its right. */
    private void plug(Canvas canvas) {
        canvas.line(Palette.SKY, 12, Shapes.segment(-150, -20, -90, -20));
        canvas.line(Palette.SKY, 12, Shapes.segment(-150, 20, -90, 20));
        canvas.fill(Palette.AMBER, Shapes.rounded(-100, -42, 110, 84, 18));
        canvas.fill(Palette.OCHRE, Shapes.rounded(0, -24, 60, 48, 12));
        canvas.fill(Palette.OCHRE, Shapes.rounded(-112, -42, 22, 84, 6));
    }
}

/** Three windmills on a ridge under a low sun. */
final class CastillaLaMancha implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.PAPER);
        canvas.fill(Palette.SAND, Shapes.circle(700, 390, 250));
        canvas.fill(Palette.AMBER, Shapes.circle(700, 390, 170));
        canvas.fill(Palette.SKY, Shapes.swell(430, 22, 1100, 500));
        canvas.at(870, 414, 0, 0.8, mill -> mill(canvas, 12));
        canvas.fill(Palette.AZURE, Shapes.swell(462, 46, 1240, -60));
        canvas.at(570, 478, 0, 0.62, mill -> mill(canvas, 30));
        canvas.at(270, 446, 0, 1.12, mill -> mill(canvas, 40));
        canvas.fill(Palette.BLUE, Shapes.swell(500, 50, 1150, 640));
        canvas.fill(Palette.ACCENT, Shapes.swell(528, 42, 1300, -120));
        canvas.fill(Palette.DEEP, Shapes.swell(578, 16, 900, 300));
    }

    /** A mill with its foot at the origin and its hub 190 above it; its sails turned by an angle. */
    private void mill(Canvas canvas, double degrees) {
        canvas.fill(Palette.WHITE, Shapes.polygon(-68, 40, -50, -180, 50, -180, 68, 40));
        canvas.fill(Palette.MIST, Shapes.polygon(24, 40, 18, -180, 50, -180, 68, 40));
        canvas.fill(Palette.NAVY, Shapes.polygon(-60, -176, 0, -244, 60, -176));
        canvas.fill(Palette.BLUE, Shapes.box(-14, -120, 22, 28));
        canvas.fill(Palette.BLUE, Shapes.rounded(-20, -60, 36, 90, 16));
        for (int sail = 0; sail < 4; sail++) {
            canvas.at(0, -190, degrees + 90 * sail, 1, this::sail);
        }
        canvas.fill(Palette.NAVY, Shapes.circle(0, -190, 11));
    }

    /** One sail, upwards from the hub. */
    private void sail(Canvas canvas) {
        canvas.fill(Palette.CORAL, Shapes.box(3, -168, 34, 128));
        for (int y = -168; y <= -40; y += 32) {
            canvas.line(Palette.NAVY, 3, Shapes.segment(0, y, 37, y));
        }
        canvas.line(Palette.NAVY, 3, Shapes.segment(37, -168, 37, -40));
        canvas.line(Palette.NAVY, 6, Shapes.segment(0, 0, 0, -172));
    }
}

/** A giant wheel and power lines above the roofs of a city. */
final class Vienna implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.MIST);
        canvas.fill(Palette.PAPER, Shapes.circle(330, 250, 230));
        canvas.fill(Palette.SKY, Shapes.swell(440, 30, 1000, 250));
        power(canvas);
        canvas.at(760, 254, this::wheel);
        roofs(canvas);
    }

    private void power(Canvas canvas) {
        for (int arm = 0; arm < 3; arm++) {
            double y = 480 + height(arm);
            double farY = 470 + 0.76 * height(arm);
            for (int side = -1; side <= 1; side += 2) {
                double x = 160 + side * reach(arm);
                double farX = 430 + 0.76 * side * reach(arm);
                canvas.line(Palette.BLUE, 3, Shapes.bow(x - 280, y - 20, x - 120, y + 60, x, y));
                canvas.line(Palette.BLUE, 3, Shapes.bow(x, y, (x + farX) / 2, farY + 40, farX, farY));
            }
        }
        canvas.at(160, 480, 0, 1, this::pylon);
        canvas.at(430, 470, 0, 0.76, this::pylon);
    }

    /** How far an arm of a pylon reaches to either side. */
    private double reach(int arm) {
        return arm == 1 ? 84 : 62;
    }

    /** Where the wires hang on an arm, from the pylon's foot. */
    private double height(int arm) {
        return -284 + 52 * arm;
    }

    /** A pylon with its foot at the origin. */
    private void pylon(Canvas canvas) {
        canvas.line(Palette.ACCENT, 7, Shapes.polyline(-58, 0, -12, -250, 0, -330, 12, -250, 58, 0));
        canvas.line(Palette.ACCENT, 5, Shapes.polyline(-50, -40, 38, -110, -32, -140, 24, -190, -20, -210, 14, -240));
        for (int arm = 0; arm < 3; arm++) {
            double reach = reach(arm);
            double y = height(arm);
            canvas.line(Palette.ACCENT, 6, Shapes.segment(-reach, y - 6, reach, y - 6));
            canvas.fill(Palette.CORAL, Shapes.circle(-reach, y, 7));
            canvas.fill(Palette.CORAL, Shapes.circle(reach, y, 7));
        }
    }

    /** The wheel, round the origin. */
    private void wheel(Canvas canvas) {
        canvas.line(Palette.ACCENT, 12, Shapes.polyline(-150, 300, 0, 0, 150, 300));
        canvas.line(Palette.ACCENT, 8, Shapes.segment(-70, 140, 70, 140));
        for (int spoke = 0; spoke < 12; spoke++) {
            double angle = Math.toRadians(30 * spoke + 15);
            canvas.line(Palette.BLUE, 3, Shapes.segment(0, 0, 206 * Math.cos(angle), 206 * Math.sin(angle)));
        }
        canvas.line(Palette.BLUE, 9, Shapes.circle(0, 0, 206));
        canvas.line(Palette.BLUE, 4, Shapes.circle(0, 0, 176));
        canvas.fill(Palette.ACCENT, Shapes.circle(0, 0, 20));
        for (int cabin = 0; cabin < 12; cabin++) {
            double angle = Math.toRadians(30 * cabin + 15);
            cabin(canvas, 206 * Math.cos(angle), 206 * Math.sin(angle), cabin % 3 == 0 ? Palette.AMBER : Palette.CORAL);
        }
    }

    private void cabin(Canvas canvas, double x, double y, Color color) {
        canvas.fill(color, Shapes.rounded(x - 24, y - 14, 48, 36, 7));
        canvas.fill(Palette.WHITE, Shapes.box(x - 16, y - 5, 13, 12));
        canvas.fill(Palette.WHITE, Shapes.box(x + 3, y - 5, 13, 12));
    }

    private void roofs(Canvas canvas) {
        canvas.fill(Palette.AZURE, Shapes.swell(478, 14, 1240, 620));
        double[][] houses = {
            {-30, 506, 136},
            {106, 532, 120},
            {226, 496, 150},
            {376, 522, 128},
            {504, 540, 140},
            {644, 528, 116},
            {760, 540, 150},
            {910, 500, 126},
            {1036, 526, 120}
        };
        for (double[] house : houses) {
            house(canvas, house[0], house[1], house[2]);
        }
    }

    /** A house under a mansard roof that begins at the top given, with lights in every second window. */
    private void house(Canvas canvas, double x, double top, double width) {
        canvas.fill(Palette.ACCENT, Shapes.box(x, top, width, 603 - top));
        canvas.fill(
                Palette.NAVY,
                Shapes.polygon(x - 6, top + 4, x + 14, top - 34, x + width - 14, top - 34, x + width + 6, top + 4));
        for (double y = top + 18; y < 580; y += 40) {
            canvas.dashes(Palette.AMBER, 13, 9, 55, Shapes.segment(x + 24, y, x + width - 22, y));
            canvas.dashes(Palette.AZURE, 13, 9, 55, Shapes.segment(x + 56, y, x + width - 22, y));
        }
    }
}

/** A blue tram before a church with two spires, with hills behind. */
final class Zagreb implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.PAPER);
        canvas.fill(Palette.SAND, Shapes.circle(250, 190, 106));
        canvas.fill(Palette.MIST, Shapes.swell(310, 70, 1180, 480));
        canvas.fill(Palette.SKY, Shapes.swell(370, 46, 900, 40));
        houses(canvas);
        canvas.at(690, 480, this::church);
        street(canvas);
        canvas.at(130, 536, this::tram);
    }

    private void houses(Canvas canvas) {
        house(canvas, 20, 380, 130, Palette.WHITE);
        house(canvas, 150, 350, 120, Palette.SAND);
        house(canvas, 270, 390, 140, Palette.WHITE);
        house(canvas, 410, 360, 120, Palette.MIST);
        house(canvas, 830, 370, 130, Palette.SAND);
        house(canvas, 960, 390, 140, Palette.WHITE);
    }

    private void house(Canvas canvas, double x, double top, double width, Color color) {
        canvas.fill(color, Shapes.box(x, top, width, 520 - top));
        canvas.fill(
                Palette.CORAL,
                Shapes.polygon(x - 8, top, x + 20, top - 44, x + width - 20, top - 44, x + width + 8, top));
        for (double y = top + 18; y < 480; y += 46) {
            for (double pane = x + 18; pane < x + width - 22; pane += 34) {
                canvas.fill(Palette.AZURE, Shapes.box(pane, y, 16, 26));
            }
        }
    }

    /** The church, with the middle of its foot at the origin. */
    private void church(Canvas canvas) {
        canvas.fill(Palette.WHITE, Shapes.polygon(-60, 40, -60, -204, 0, -262, 60, -204, 60, 40));
        canvas.line(Palette.BLUE, 10, Shapes.polyline(-60, -208, 0, -264, 60, -208));
        canvas.fill(Palette.ACCENT, Shapes.circle(0, -160, 27));
        canvas.fill(Palette.AMBER, Shapes.circle(0, -160, 16));
        spire(canvas, -84);
        spire(canvas, 84);
    }

    private void spire(Canvas canvas, double x) {
        canvas.fill(Palette.WHITE, Shapes.box(x - 40, -250, 80, 290));
        canvas.fill(Palette.MIST, Shapes.box(x + 12, -250, 28, 290));
        canvas.fill(Palette.BLUE, Shapes.polygon(x - 44, -248, x, -432, x + 44, -248));
        canvas.fill(Palette.ACCENT, Shapes.polygon(x + 12, -248, x, -432, x + 44, -248));
        canvas.fill(Palette.AMBER, Shapes.circle(x, -436, 8));
        for (double y = -220; y < -60; y += 76) {
            canvas.fill(Palette.BLUE, Shapes.rounded(x - 24, y, 14, 46, 7));
            canvas.fill(Palette.BLUE, Shapes.rounded(x - 2, y, 14, 46, 7));
        }
    }

    private void street(Canvas canvas) {
        canvas.fill(Palette.DEEP, Shapes.box(0, 500, 1072, 103));
        canvas.fill(Palette.NAVY, Shapes.box(0, 562, 1072, 41));
        canvas.line(Palette.AZURE, 5, Shapes.segment(0, 560, 1072, 560));
        canvas.line(Palette.NAVY, 3, Shapes.segment(0, 296, 1072, 296));
    }

    /** A tram of two cars, 560 long, on the rail 24 below the origin. */
    private void tram(Canvas canvas) {
        canvas.line(Palette.NAVY, 4, Shapes.polyline(120, -174, 150, -206, 120, -238));
        car(canvas, 0);
        car(canvas, 286);
        canvas.fill(Palette.NAVY, Shapes.box(272, -140, 16, 128));
        canvas.fill(Palette.AMBER, Shapes.circle(548, -34, 9));
    }

    private void car(Canvas canvas, double x) {
        canvas.fill(Palette.NAVY, Shapes.circle(x + 60, 6, 20));
        canvas.fill(Palette.NAVY, Shapes.circle(x + 216, 6, 20));
        canvas.fill(Palette.NAVY, Shapes.rounded(x + 30, -178, 216, 20, 8));
        canvas.fill(Palette.ACCENT, Shapes.rounded(x, -166, 274, 172, 26));
        canvas.fill(Palette.BLUE, Shapes.box(x, -58, 274, 30));
        canvas.fill(Palette.WHITE, Shapes.box(x, -66, 274, 8));
        for (int pane = 0; pane < 4; pane++) {
            canvas.fill(Palette.PAPER, Shapes.rounded(x + 18 + 61 * pane, -144, 54, 66, 8));
        }
    }
}

/** A sun that rises over three waves. */
final class Avaessen implements Picture {
    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.PAPER);
        canvas.fill(Palette.SAND, Shapes.circle(536, 380, 330));
        canvas.fill(new Color(0xF7CC86), Shapes.circle(536, 380, 250));
        canvas.fill(Palette.AMBER, Shapes.circle(536, 380, 172));
        canvas.fill(Palette.AZURE, crest(372, 0));
        canvas.fill(Palette.BLUE, crest(440, 150));
        canvas.fill(Palette.ACCENT, crest(512, 310));
    }

    private Shape crest(double y, double shift) {
        return Shapes.swell(y, 38, 560, shift);
    }
}

/** The line of a heartbeat that turns into a double helix. */
final class Genopole implements Picture {
    private static final double MIDDLE = 302;
    private static final double START = 520;
    private static final double LENGTH = 380;

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.ACCENT);
        canvas.fill(Palette.DEEP, Shapes.circle(800, MIDDLE, 360));
        rungs(canvas);
        canvas.line(Palette.SKY, 14, strand(-1));
        heartbeat(canvas);
        canvas.line(Palette.CORAL, 14, strand(1));
    }

    private void rungs(Canvas canvas) {
        int count = 0;
        for (double x = START + 40; x < 1072; x += 38) {
            Color color = count++ % 3 == 0 ? Palette.AMBER : Palette.AZURE;
            double swing = swing(x);
            if (Math.abs(swing) > 26) {
                canvas.line(color, 8, Shapes.segment(x, MIDDLE - swing, x, MIDDLE + swing));
            }
        }
    }

    private Shape strand(int side) {
        Path2D path = new Path2D.Double();
        path.moveTo(START, MIDDLE);
        for (double x = START + 4; x <= 1090; x += 4) {
            path.lineTo(x, MIDDLE - side * swing(x));
        }
        return path;
    }

    private double swing(double x) {
        double part = Math.min(1, (x - START) / 150);
        double growth = part * part * (3 - 2 * part);
        return 138 * growth * Math.sin(2 * Math.PI * (x - START) / LENGTH);
    }

    private void heartbeat(Canvas canvas) {
        canvas.line(
                Palette.CORAL,
                14,
                Shapes.polyline(
                        -20, MIDDLE, 120, MIDDLE, 156, 258, 192, MIDDLE, 226, MIDDLE, 252, 346, 304, 108, 356, 466, 392,
                        MIDDLE, START, MIDDLE));
    }
}

/** A hexagon that is a letter, and the name beside it. */
final class Logo implements Picture {
    static final int WIDTH = 304;
    static final int HEIGHT = 96;

    @Override
    public void paint(Canvas canvas) {
        canvas.background(Palette.WHITE);
        mark(canvas);
        canvas.at(108, 42, 0, 0.3, line -> word(canvas, "Cluster", Palette.NAVY));
        canvas.at(108, 88, 0, 0.3, line -> word(canvas, "Courier", Palette.ACCENT));
    }

    private void mark(Canvas canvas) {
        canvas.soft(Palette.ACCENT, 5, Shapes.hexagon(46, 48, 42));
        canvas.line(Palette.WHITE, 6, Shapes.polyline(12, 30, 46, 54, 80, 30));
        canvas.fill(Palette.AMBER, Shapes.circle(46, 54, 9));
    }

    private void word(Canvas canvas, String word, Color color) {
        double x = 0;
        for (char letter : word.toCharArray()) {
            Letter drawn = Letter.of(letter);
            canvas.at(x, 0, glyph -> canvas.line(color, 22, drawn.outline()));
            x += drawn.width() + 36;
        }
    }
}

/**
 * A letter of the logo as the line of a broad pen: small letters are 80 high, large ones 124.
 *
 * @param width from the middle of its first stroke to that of its last
 */
record Letter(Shape outline, double width) {
    static Letter of(char letter) {
        return switch (letter) {
            case 'C' -> new Letter(Shapes.arc(62, -62, 62, 42, 276), 104);
            case 'l' -> new Letter(Shapes.segment(0, 0, 0, -128), 0);
            case 'u' -> new Letter(u(), 62);
            case 's' -> new Letter(s(), 44);
            case 't' -> new Letter(t(), 40);
            case 'e' -> new Letter(e(), 76);
            case 'r' -> new Letter(r(), 34);
            case 'o' -> new Letter(Shapes.circle(40, -40, 40), 80);
            case 'i' -> new Letter(i(), 0);
            default -> throw new IllegalArgumentException("the logo has no letter " + letter);
        };
    }

    private static Shape u() {
        Path2D path = Shapes.polyline(0, -80, 0, -31);
        path.append(Shapes.arc(31, -31, 31, 180, 180), true);
        path.lineTo(62, -80);
        path.append(Shapes.segment(62, -31, 62, 0), false);
        return path;
    }

    private static Shape s() {
        Path2D path = new Path2D.Double();
        path.append(new Arc2D.Double(0, -80, 46, 40, 40, 230, Arc2D.OPEN), true);
        path.append(new Arc2D.Double(0, -40, 46, 40, 90, -230, Arc2D.OPEN), true);
        return path;
    }

    private static Shape t() {
        Path2D path = Shapes.polyline(14, -112, 14, -24);
        path.quadTo(14, 0, 38, 0);
        path.append(Shapes.segment(-6, -80, 38, -80), false);
        return path;
    }

    private static Shape e() {
        Path2D path = Shapes.polyline(2, -42, 78, -42);
        path.append(Shapes.arc(40, -40, 40, 0, 310), true);
        return path;
    }

    private static Shape r() {
        Path2D path = Shapes.polyline(0, 0, 0, -80);
        path.append(Shapes.bow(0, -40, 2, -80, 36, -80), false);
        return path;
    }

    private static Shape i() {
        Path2D path = Shapes.polyline(0, 0, 0, -80);
        path.append(Shapes.segment(0, -122, 0, -121), false);
        return path;
    }
}

/**
 * Small PNG files (ISO/IEC 15948). Flat pictures do not miss the rarer shades along their edges, so a palette is enough for
 * them, and rows of palette indices are smallest unfiltered. The JDK's own writer filters them, which makes some a half larger.
 */
final class Png {
    private static final int MOST_COLORS = 128;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    static void write(BufferedImage image, Path file) throws IOException {
        int[] colors = palette(image);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(image));
            chunk(out, "PLTE", samples(colors));
            chunk(out, "IDAT", compressed(rows(image, colors)));
            chunk(out, "IEND", new byte[0]);
        }
    }

    /** The most frequent colours; those equally frequent by their value, so that a picture always gives the same file. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int color : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            counts.merge(color, 1, Integer::sum);
        }
        Comparator<Map.Entry<Integer, Integer>> order = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COLORS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Width, height, 8 bits an index, colour type 3 (palette), and the only methods there are. */
    private static byte[] header(BufferedImage image) {
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(new byte[] {8, 3, 0, 0, 0})
                .array();
    }

    private static byte[] samples(int[] colors) {
        ByteBuffer samples = ByteBuffer.allocate(3 * colors.length);
        for (int color : colors) {
            samples.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        return samples.array();
    }

    /** Each row begins with its filter, 0 for none. */
    private static byte[] rows(BufferedImage image, int[] colors) {
        Map<Integer, Byte> indices = new HashMap<>();
        ByteBuffer rows = ByteBuffer.allocate((image.getWidth() + 1) * image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < image.getWidth(); x++) {
                rows.put(indices.computeIfAbsent(image.getRGB(x, y), color -> nearest(color, colors)));
            }
        }
        return rows.array();
    }

    private static byte nearest(int color, int[] colors) {
        int best = 0;
        for (int i = 1; i < colors.length; i++) {
            if (distance(color, colors[i]) < distance(color, colors[best])) {
                best = i;
            }
        }
        return (byte) best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static byte[] compressed(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
            out.write(data);
        } finally {
            best.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}
