package newsletter.email.picture;

/** How a picture is to be turned before it is looked at (EXIF 2.32, tag 0x0112, values 1 to 8 in this order). */
enum Orientation {
    UPRIGHT(0, false),
    MIRRORED(0, true),
    UPSIDE_DOWN(2, false),
    MIRRORED_UPSIDE_DOWN(2, true),
    MIRRORED_ON_LEFT_SIDE(3, true),
    ON_LEFT_SIDE(1, false),
    MIRRORED_ON_RIGHT_SIDE(1, true),
    ON_RIGHT_SIDE(3, false);

    private final int quarters;
    private final boolean mirrored;

    Orientation(int quarters, boolean mirrored) {
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /** How many quarter turns clockwise make it upright, 0 to 3. */
    int quarters() {
        return quarters;
    }

    /** Whether left and right change places before it is turned. */
    boolean isMirrored() {
        return mirrored;
    }

    /** The size as it is looked at. */
    Size upright(Size stored) {
        return quarters % 2 == 0 ? stored : stored.turned();
    }

    /** By the number in the file; what is none of the eight is upright. */
    static Orientation of(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }
}
