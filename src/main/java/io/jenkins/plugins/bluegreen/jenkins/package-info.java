/**
 * The adapter to Jenkins: it turns the fields of a step into the engine's description, and the engine's events into
 * Jenkins's log and results. Thin on purpose.
 *
 * <p>Start reading at {@link io.jenkins.plugins.bluegreen.jenkins.DeployByBuild}.
 */
package io.jenkins.plugins.bluegreen.jenkins;
