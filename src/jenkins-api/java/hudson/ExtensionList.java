package hudson;

public class ExtensionList<T> {
    ExtensionList() {}

    public static native <U> U lookupSingleton(Class<U> type);
}
