package com.cloudbees.plugins.credentials;

public class CredentialsMatchers {
    CredentialsMatchers() {}

    public static native CredentialsMatcher either(CredentialsMatcher left, CredentialsMatcher right);

    public static native CredentialsMatcher instanceOf(Class<?> type);
}
