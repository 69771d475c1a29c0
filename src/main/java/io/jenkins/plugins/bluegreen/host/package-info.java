/**
 * The machine on which the {@code docker} client runs, as the engine sees it: commands, HTTP and TCP.
 *
 * <p>Everything the engine does to the world goes through {@link io.jenkins.plugins.bluegreen.host.Host}, so that a shell
 * and a Jenkins agent differ in one implementation only.
 */
package io.jenkins.plugins.bluegreen.host;
