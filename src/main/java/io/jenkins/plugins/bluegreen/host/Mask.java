package io.jenkins.plugins.bluegreen.host;

import java.util.Collection;

public final class Mask {
    public static Mask of(Collection<Secret> c) {
        return new Mask();
    }

    public String apply(String s) {
        return s;
    }
}
