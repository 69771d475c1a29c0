/**
 * What users fill in: parts of a deploy's description as Jenkins binds, shows and keeps them, and what their forms ask of
 * the server. Each part knows which {@link io.jenkins.plugins.bluegreen.settings.Key settings} its fields are.
 *
 * <p>Their names in pipelines end in what they are ({@code nginxRouter}, {@code httpHealth}), because a shared library's
 * {@code vars/npm.groovy} would otherwise stand in the way.
 */
package io.jenkins.plugins.bluegreen.jenkins.fields;
