package io.jenkins.plugins.bluegreen.stack.service;

/**
 * A place whose content outlives the container.
 *
 * @param name what it is called within its service, such as {@code data}
 * @param path where the container has it
 */
public record Volume(String name, String path) {}
