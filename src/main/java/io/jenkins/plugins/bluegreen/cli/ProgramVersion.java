package io.jenkins.plugins.bluegreen.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"bluegreen " + (version == null ? "(not packaged)" : version)};
    }
}
