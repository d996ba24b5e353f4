package newsletter.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A process that writes one build after the other until it is killed. */
final class WritesForever {
    static final String ISSUE = "2018-09";
    static final String PAGE = "index.html";
    static final String TEXT = "newsletter.txt";

    /** Large, so that a kill hits the writing of it. */
    private static final int PAGE_SIZE = 1_000_000;

    private static final int PICTURE_SIZE = 20_000;
    private static final int PICTURES = 5;

    private WritesForever() {}

    /** The first argument is the output folder. Says "begun" when a first build is there. */
    public static void main(String[] arguments) {
        Output output = new Output(Path.of(arguments[0]));
        for (int number = 0; ; number++) {
            output.write(ISSUE, build(number));
            if (number == 0) {
                System.out.println("begun");
            }
        }
    }

    /** The files of a build: all tell its number, and the pictures have names of their own, as they have in every build. */
    static List<Output.File> build(int number) {
        List<Output.File> files = new ArrayList<>();
        for (int picture = 0; picture < PICTURES; picture++) {
            files.add(new Output.File(pictureName(number, picture), content(number, PICTURE_SIZE)));
        }
        files.add(new Output.File(TEXT, content(number, PAGE_SIZE)));
        files.add(new Output.File(PAGE, content(number, PAGE_SIZE)));
        return files;
    }

    private static String pictureName(int number, int picture) {
        return "images/" + picture + "-" + number + ".png";
    }

    private static byte[] content(int number, int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) ('a' + number % 26));
        byte[] beginning = (number + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, content, 0, beginning.length);
        return content;
    }

    /** The number of the build that a file is of. */
    static int numberOf(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII);
        return Integer.parseInt(text.substring(0, text.indexOf('\n')));
    }
}
