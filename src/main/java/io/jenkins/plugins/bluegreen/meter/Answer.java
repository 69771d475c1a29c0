package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;
import java.util.Locale;

/**
 * A complete HTTP/1 answer to a GET; its body has been read and dropped.
 *
 * @param status its status
 * @param version the version header's value, or empty
 * @param keeps whether its connection can be used again
 */
record Answer(int status, String version, boolean keeps) {

    /** Reads one answer to its body's end, as RFC 9112, 6.3 finds that end. Interim answers (1xx) are passed over. */
    static Answer read(AnswerInput in, String versionHeader) throws IOException {
        while (true) {
            String first = in.line();
            int status = status(first);
            Head head = new Head(versionHeader, first.startsWith("HTTP/1.1"));
            for (String line = in.line(); !line.isEmpty(); line = in.line()) {
                head.add(line);
            }
            if (status >= 200) {
                return new Answer(status, head.version, head.passBody(in, status));
            }
        }
    }

    private static int status(String line) throws LostException {
        if (line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            return Integer.parseInt(line.substring(9, 12));
        }
        throw LostException.because("answer is not HTTP", null);
    }

    /** The header fields that matter here. */
    private static final class Head {
        private final String versionHeader;
        private String version = "";
        private boolean keeps;
        private boolean chunked;
        private long length = -1;

        Head(String versionHeader, boolean keeps) {
            this.versionHeader = versionHeader;
            this.keeps = keeps;
        }

        void add(String line) throws LostException {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw LostException.because("answer is not HTTP", null);
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("Content-Length")) {
                length = number(value, 10);
            } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
                chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
            } else if (name.equalsIgnoreCase("Connection")) {
                String option = value.toLowerCase(Locale.ROOT);
                keeps = !option.contains("close") && (keeps || option.contains("keep-alive"));
            } else if (name.equalsIgnoreCase(versionHeader) && version.isEmpty()) {
                version = value.intern(); // a few versions, many thousands of samples
            }
        }

        /** Passes over the body and says whether another answer can follow on the connection. */
        boolean passBody(AnswerInput in, int status) throws IOException {
            if (status == 204 || status == 304) {
                return keeps;
            }
            if (chunked) {
                passChunks(in);
                return keeps;
            }
            if (length >= 0) {
                in.skip(length);
                return keeps;
            }
            in.skipAll();
            return false;
        }

        private static void passChunks(AnswerInput in) throws IOException {
            long size = chunkSize(in.line());
            while (size > 0) {
                in.skip(size);
                in.line();
                size = chunkSize(in.line());
            }
            while (!in.line().isEmpty()) {
                // A trailer says nothing that matters here.
            }
        }

        private static long chunkSize(String line) throws LostException {
            int extension = line.indexOf(';');
            return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
        }

        private static long number(String text, int radix) throws LostException {
            try {
                if (!text.startsWith("-")) {
                    return Long.parseLong(text, radix);
                }
            } catch (NumberFormatException e) {
                throw LostException.because("answer is not HTTP", e);
            }
            throw LostException.because("answer is not HTTP", null);
        }
    }
}
