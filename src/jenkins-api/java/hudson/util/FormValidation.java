package hudson.util;

import java.io.IOException;

public abstract class FormValidation extends IOException {
    FormValidation() {}

    public static native FormValidation ok();

    public static native FormValidation error(String message);
}
