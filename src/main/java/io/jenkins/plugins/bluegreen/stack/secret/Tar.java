package io.jenkins.plugins.bluegreen.stack.secret;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The archives that {@code docker cp} takes and gives: a few small text files. Only what that needs of the format. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int NAME_LENGTH = 100;
    private static final int TYPE_AT = 156;

    private Tar() {}

    /** Files that only the user of this number may read, in folders that only that one may enter. */
    static String write(Map<String, String> files, int owner) {
        StringBuilder archive = new StringBuilder();
        TreeSet<String> folders = new TreeSet<>();
        files.keySet().stream()
                .filter(path -> path.contains("/"))
                .forEach(path -> folders.add(path.substring(0, path.lastIndexOf('/') + 1)));
        folders.forEach(folder -> archive.append(header(folder, "", owner)));
        files.forEach((path, content) -> archive.append(header(path, content, owner))
                .append(content)
                .append("\0".repeat(padding(content.length()))));
        return archive.append("\0".repeat(2 * BLOCK)).toString();
    }

    private static String header(String path, String content, int owner) {
        if (path.length() > NAME_LENGTH || !ascii(path) || !ascii(content)) {
            throw new IllegalArgumentException("Only ASCII goes into a secret's file, and its path is short.");
        }
        boolean folder = path.endsWith("/");
        String before = padded(path, NAME_LENGTH)
                + octal(folder ? 0700 : 0600, 8)
                + octal(owner, 8)
                + octal(owner, 8)
                + octal(content.length(), SIZE_LENGTH)
                + octal(0, 12);
        String after = padded((folder ? "5" : "0"), 1 + NAME_LENGTH) + "ustar\0" + "00";
        int sum = (before + "        " + after).chars().sum();
        return padded(before + String.format(Locale.ROOT, "%06o\0 ", sum) + after, BLOCK);
    }

    private static boolean ascii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static String octal(long number, int length) {
        return String.format(Locale.ROOT, "%0" + (length - 1) + "o\0", number);
    }

    private static String padded(String text, int length) {
        return text + "\0".repeat(length - text.length());
    }

    private static int padding(int size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    /** The files of an archive of ASCII text, by their paths below its own folder. */
    static Map<String, String> read(String archive) {
        Map<String, String> files = new LinkedHashMap<>();
        int at = 0;
        while (at + BLOCK <= archive.length() && archive.charAt(at) != '\0') {
            String path = archive.substring(at, at + NAME_LENGTH).replaceFirst("(?s)\0.*", "");
            int size = Integer.parseInt(
                    archive.substring(at + SIZE_AT, at + SIZE_AT + SIZE_LENGTH).replaceAll("[^0-7]", ""), 8);
            if (archive.charAt(at + TYPE_AT) == '0') {
                files.put(path.substring(path.indexOf('/') + 1), archive.substring(at + BLOCK, at + BLOCK + size));
            }
            at += BLOCK + size + padding(size);
        }
        return files;
    }
}
