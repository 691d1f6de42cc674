namespace Afmpeg.Perf.Hosts;

/// <summary>Whether the processor's frequency is steady.</summary>
internal static class ProcessorFrequency
{
    private const string Folder = "sys/devices/system/cpu";
    private const string Steady = "performance";

    public static HostRemark Governor(HostFiles files)
    {
        const string Topic = "frequency governor";
        var governors = files.Folders(Folder).Select(core => files.Text($"{core}/cpufreq/scaling_governor"))
            .Select(text => text.TryGet(out var name) ? name : null).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (governors.IsEmpty)
        {
            return HostRemark.NotKnown(Topic, "the kernel does not control the frequency here, as in most virtual machines");
        }

        var disturbs = governors.Any(name => name != Steady);
        return new HostRemark(
            Topic,
            string.Join(", ", governors),
            disturbs ? "sudo cpupower frequency-set -g performance" : null,
            disturbs);
    }

    // Most machines that people encode on have it on: a remark, since it bends the ratio of many threads to one, and no disturbance.
    public static HostRemark Turbo(HostFiles files)
    {
        const string Topic = "turbo";
        const string Intel = "intel_pstate/no_turbo";
        const string Other = "cpufreq/boost";
        return State(files, Intel, on: "0") ?? State(files, Other, on: "1")
            ?? HostRemark.NotKnown(Topic, $"there is neither {Intel} nor {Other} in /{Folder}");

        static HostRemark? State(HostFiles files, string file, string on) =>
            !files.Text($"{Folder}/{file}").TryGet(out var text) ? null
            : text == on ? new HostRemark(Topic, "on: one thread runs faster than many",
                $"for steadier times: echo {(on == "0" ? 1 : 0)} | sudo tee /{Folder}/{file}")
            : new HostRemark(Topic, "off");
    }
}
