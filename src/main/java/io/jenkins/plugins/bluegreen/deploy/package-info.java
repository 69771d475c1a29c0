/**
 * The algorithm: what a deployment is, its phases, its lock, its recovery, rollback and report.
 *
 * <p>Start reading at {@link io.jenkins.plugins.bluegreen.deploy.BlueGreen}.
 */
package io.jenkins.plugins.bluegreen.deploy;
