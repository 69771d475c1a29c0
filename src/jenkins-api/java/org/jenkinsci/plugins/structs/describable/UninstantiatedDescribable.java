package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Map;

public class UninstantiatedDescribable implements Serializable {
    private static final long serialVersionUID = 1L;

    UninstantiatedDescribable() {}

    public native String getSymbol();

    public native Map<String, ?> getArguments();
}
