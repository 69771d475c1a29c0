package io.jenkins.plugins.bluegreen.jenkins.real;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Boots this JVM's Jenkins before a class's tests. Where none was given, that is said and they aren't run. */
final class SharedJenkins implements BeforeAllCallback {
    private Controller controller;
    private Visitor admin;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        controller = Controller.shared();
        admin = controller.as("admin");
    }

    Controller controller() {
        return controller;
    }

    Visitor admin() {
        return admin;
    }
}
