package io.jenkins.plugins.bluegreen.jenkins;

/**
 * What counts where a job says nothing.
 *
 * @param network the app's network
 * @param keep how many earlier versions are kept
 */
record DefaultValues(String network, int keep) {}
