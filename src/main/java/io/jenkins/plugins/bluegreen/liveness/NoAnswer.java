package io.jenkins.plugins.bluegreen.liveness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Why nothing was answered, in words; the JDK's own are often missing ({@code ConnectException} without a message). */
final class NoAnswer {
    /** Asking an empty address would ask the Docker host itself. */
    static final Check.Answer NO_ADDRESS = new Check.Answer(false, "it has no address on the app's network");

    private NoAnswer() {}

    static Check.Answer because(IOException failure, Duration limit) {
        return new Check.Answer(false, words(failure, limit));
    }

    static Check.Answer within(Duration limit) {
        return new Check.Answer(false, "no answer within " + limit.toMillis() + " ms");
    }

    private static String words(IOException failure, Duration limit) {
        if (failure instanceof SocketTimeoutException) {
            return within(limit).seen();
        }
        String message = failure.getMessage();
        if (failure instanceof NoRouteToHostException) {
            return "no route to its address";
        }
        if (failure instanceof ConnectException) {
            return message == null || message.contains("refused") ? "connection refused" : message;
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
