package io.jenkins.plugins.bluegreen.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waits for several services at once, so that it takes as long as the slowest. */
final class Waiting {
    private Waiting() {}

    /** Their endings, in the same order. An interruption ends all of them. */
    static List<Ending> forAll(List<Callable<Ending>> services) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bluegreen-service");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Ending> endings = new ArrayList<>();
            for (Future<Ending> future : threads.invokeAll(services)) {
                endings.add(result(future));
            }
            return endings;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Ending result(Future<Ending> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
