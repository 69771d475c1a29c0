package io.jenkins.plugins.bluegreen.jenkins;

import java.util.Optional;

/**
 * What a step had begun before its controller was restarted.
 *
 * @param resumed whether it had been started at all; false where this is its first start
 * @param version the version that a way back had chosen; empty where it hadn't come that far, and so had changed nothing
 */
record Begun(boolean resumed, Optional<String> version) {
    static final Begun NOTHING = new Begun(false, Optional.empty());
}
