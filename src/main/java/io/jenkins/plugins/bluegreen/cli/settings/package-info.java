/**
 * What a user may set, on the command line or in {@code bluegreen.yaml}, and how that becomes a deployment.
 *
 * <p>{@link io.jenkins.plugins.bluegreen.cli.settings.Key} lists every setting once.
 */
package io.jenkins.plugins.bluegreen.cli.settings;
