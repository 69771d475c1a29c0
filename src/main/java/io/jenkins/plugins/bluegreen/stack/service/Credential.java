package io.jenkins.plugins.bluegreen.stack.service;

import java.util.List;

/**
 * A service's secret, and the files by which it reaches the service. The first file holds nothing but the secret itself.
 *
 * @param name what it is called in {@code skycloud.yaml}
 * @param owner the number of the user in the container who alone may read the files
 * @param files paths below {@link #FOLDER}
 */
public record Credential(String name, int owner, List<SecretFile> files) {
    /** Where the container has the files. */
    public static final String FOLDER = "/run/secrets";

    public Credential {
        files = List.copyOf(files);
    }

    /** A secret whose plain file bears its name. */
    static Credential of(String name, int owner, SecretFile... further) {
        List<SecretFile> files = new java.util.ArrayList<>(List.of(new SecretFile(name, "", "")));
        files.addAll(List.of(further));
        return new Credential(name, owner, files);
    }

    /**
     * One file.
     *
     * @param path below the folder
     * @param before what it holds before the secret
     * @param after what it holds after it
     */
    public record SecretFile(String path, String before, String after) {}
}
