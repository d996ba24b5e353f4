package newsletter.email.picture;

/**
 * A picture's size in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record Size(int width, int height) {
    /** @throws IllegalArgumentException when there is no pixel in it */
    Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel: " + width + " × " + height);
        }
    }

    long pixels() {
        return (long) width * height;
    }

    /** On its side. */
    Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }

    /** The same shape in another width, or itself where that would enlarge it. */
    Size narrowedTo(int widest) {
        return width <= widest ? this : new Size(widest, heightAt(widest));
    }

    /** How high the same shape is in another width. */
    int heightAt(int otherWidth) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round((double) height * otherWidth / width)));
    }

    /** As a person says it. */
    @Override
    public String toString() {
        return width + " × " + height;
    }
}
