package hudson.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public abstract class Computer extends Actionable {
    Computer() {}

    public static final ExecutorService threadPoolForRemoting = Executors.newCachedThreadPool();
}
