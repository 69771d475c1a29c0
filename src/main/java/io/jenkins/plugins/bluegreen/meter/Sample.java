package io.jenkins.plugins.bluegreen.meter;

/**
 * One request as the meter saw it.
 *
 * @param lane the lane's name
 * @param startMillis when it was due, in milliseconds since the meter started
 * @param latencyMicros from that moment to the end of the answer's body
 * @param status the HTTP status, 0 where there was none
 * @param version what the version header of the answer said, or empty
 * @param repeated whether it had to be sent again because a kept connection had been closed before any answer came, as
 *     RFC 9110, 9.2.2 lets every client do
 * @param fault why it counts as lost, or empty where it was answered well (a status below 500)
 */
public record Sample(
        String lane, long startMillis, long latencyMicros, int status, String version, boolean repeated, String fault) {
    /** Whether a user would have seen this request fail. */
    public boolean lost() {
        return !fault.isEmpty();
    }
}
