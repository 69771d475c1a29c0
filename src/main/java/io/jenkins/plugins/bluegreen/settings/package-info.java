/**
 * What a user may set, on the command line, in {@code bluegreen.yaml} or in Jenkins, and how that becomes a deployment.
 *
 * <p>{@link io.jenkins.plugins.bluegreen.settings.Key} lists every setting once.
 */
package io.jenkins.plugins.bluegreen.settings;
