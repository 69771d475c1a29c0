package io.jenkins.plugins.bluegreen.cli.terminal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, and the other ways to be told to end: the first one calls the deployment off by interrupting its thread, the
 * second one ends the process at once.
 *
 * <p>A shutdown hook wouldn't do: once the JVM shuts down it hears no second signal. The JDK's signal interface is looked
 * up by name because the compiler warns of any mention of it.
 */
public final class Cancellation {
    private static final int CANCELLED = 130;

    private final Thread deploying;
    private final PrintWriter err;
    private final AtomicInteger signals = new AtomicInteger();

    private Cancellation(Thread deploying, PrintWriter err) {
        this.deploying = deploying;
        this.err = err;
    }

    /** From now on, signals call off what the calling thread does. */
    public static Cancellation ofThisThread(PrintWriter err) {
        Cancellation cancellation = new Cancellation(Thread.currentThread(), err);
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            cancellation.hear(name);
        }
        return cancellation;
    }

    /** Whether it has been called off. */
    public boolean asked() {
        return signals.get() > 0;
    }

    private void hear(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    Cancellation.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        signalled();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (InvocationTargetException e) {
            // The JVM was told to leave this signal alone (-Xrs): then it has its usual effect.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no sun.misc.Signal; use OpenJDK 17 or later.", e);
        }
    }

    private void signalled() {
        if (signals.incrementAndGet() == 1) {
            err.println("\nCalled off: putting everything back. A second Ctrl-C ends at once.");
            deploying.interrupt();
        } else {
            err.println(
                    "\nEnded at once, with things half done. The next command on this app finishes or undoes them.");
            System.exit(CANCELLED);
        }
    }
}
