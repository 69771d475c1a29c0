package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import java.io.Serializable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How the container is run. */
public final class ContainerOptions extends AbstractDescribableImpl<ContainerOptions> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String volumes;
    private String command;
    private String user;
    private String memory;
    private String cpus;
    private String labels;
    private boolean readOnly;
    private String capDrop;
    private boolean init;
    private String stopSignal;
    private String stopGrace;
    private String networks;
    private String options;

    @DataBoundConstructor
    public ContainerOptions() {}

    /** Adds what is set here. */
    public void addTo(FieldLayer fields) {
        fields.lines(Key.VOLUMES, "container.volumes", volumes);
        fields.text(Key.COMMAND, "container.command", command);
        fields.text(Key.USER, "container.user", user);
        fields.text(Key.MEMORY, "container.memory", memory);
        fields.text(Key.CPUS, "container.cpus", cpus);
        fields.lines(Key.LABELS, "container.labels", labels);
        fields.flag(Key.READ_ONLY, "container.readOnly", readOnly);
        fields.lines(Key.CAP_DROP, "container.capDrop", capDrop);
        fields.flag(Key.INIT, "container.init", init);
        fields.text(Key.STOP_SIGNAL, "container.stopSignal", stopSignal);
        fields.text(Key.STOP_GRACE, "container.stopGrace", stopGrace);
        fields.lines(Key.NETWORKS, "container.networks", networks);
        fields.lines(Key.RUN_OPTIONS, "container.options", options);
    }

    public String getVolumes() {
        return volumes;
    }

    @DataBoundSetter
    public void setVolumes(String volumes) {
        this.volumes = Blank.toNull(volumes);
    }

    public String getCommand() {
        return command;
    }

    @DataBoundSetter
    public void setCommand(String command) {
        this.command = Blank.toNull(command);
    }

    public String getUser() {
        return user;
    }

    @DataBoundSetter
    public void setUser(String user) {
        this.user = Blank.toNull(user);
    }

    public String getMemory() {
        return memory;
    }

    @DataBoundSetter
    public void setMemory(String memory) {
        this.memory = Blank.toNull(memory);
    }

    public String getCpus() {
        return cpus;
    }

    @DataBoundSetter
    public void setCpus(String cpus) {
        this.cpus = Blank.toNull(cpus);
    }

    public String getLabels() {
        return labels;
    }

    @DataBoundSetter
    public void setLabels(String labels) {
        this.labels = Blank.toNull(labels);
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    @DataBoundSetter
    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    public String getCapDrop() {
        return capDrop;
    }

    @DataBoundSetter
    public void setCapDrop(String capDrop) {
        this.capDrop = Blank.toNull(capDrop);
    }

    public boolean isInit() {
        return init;
    }

    @DataBoundSetter
    public void setInit(boolean init) {
        this.init = init;
    }

    public String getStopSignal() {
        return stopSignal;
    }

    @DataBoundSetter
    public void setStopSignal(String stopSignal) {
        this.stopSignal = Blank.toNull(stopSignal);
    }

    public String getStopGrace() {
        return stopGrace;
    }

    @DataBoundSetter
    public void setStopGrace(String stopGrace) {
        this.stopGrace = Blank.toNull(stopGrace);
    }

    public String getNetworks() {
        return networks;
    }

    @DataBoundSetter
    public void setNetworks(String networks) {
        this.networks = Blank.toNull(networks);
    }

    public String getOptions() {
        return options;
    }

    @DataBoundSetter
    public void setOptions(String options) {
        this.options = Blank.toNull(options);
    }

    /** Makes it known to Jenkins. */
    @Extension
    public static final class Type extends Descriptor<ContainerOptions> {
        @Override
        public String getDisplayName() {
            return Texts.of("ContainerOptions.name");
        }

        @POST
        public FormValidation doCheckCommand(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.COMMAND, value);
        }

        @POST
        public FormValidation doCheckStopGrace(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.STOP_GRACE, value);
        }

        @POST
        public FormValidation doCheckVolumes(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.VOLUMES, value);
        }

        @POST
        public FormValidation doCheckUser(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.USER, value);
        }

        @POST
        public FormValidation doCheckMemory(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.MEMORY, value);
        }

        @POST
        public FormValidation doCheckCpus(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.CPUS, value);
        }

        @POST
        public FormValidation doCheckLabels(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.LABELS, value);
        }

        @POST
        public FormValidation doCheckCapDrop(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.CAP_DROP, value);
        }

        @POST
        public FormValidation doCheckStopSignal(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.STOP_SIGNAL, value);
        }

        @POST
        public FormValidation doCheckNetworks(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.NETWORKS, value);
        }

        @POST
        public FormValidation doCheckOptions(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.RUN_OPTIONS, value);
        }
    }
}
