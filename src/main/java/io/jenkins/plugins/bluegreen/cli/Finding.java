package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What one of the doctor's checks found.
 *
 * @param what what was looked at
 * @param state how it is
 * @param seen what was seen
 * @param fix what to do; empty where nothing need be done
 */
record Finding(String what, State state, String seen, String fix) {
    /** How something is. */
    enum State {
        /** As it should be. */
        GOOD("ok"),
        /** Not in the way of a deployment. */
        NOTE("note"),
        /** In the way of a deployment. */
        BAD("BAD");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    static Finding good(String what, String seen) {
        return new Finding(what, State.GOOD, seen, "");
    }

    static Finding note(String what, String seen, String fix) {
        return new Finding(what, State.NOTE, seen, fix);
    }

    static Finding bad(String what, String seen, String fix) {
        return new Finding(what, State.BAD, seen, fix);
    }

    String text() {
        String line = String.format("%-5s %s: %s%n", state.sign, what, Printed.lines(seen, 500));
        return fix.isEmpty() ? line : line + "      -> " + Printed.lines(fix, 500) + "\n";
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("check", what)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("seen", seen)
                .put("fix", fix);
    }
}
