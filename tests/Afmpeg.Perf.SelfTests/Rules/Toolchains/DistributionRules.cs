using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>The distribution's ffmpeg: a lane where it is installed.</summary>
public sealed class DistributionRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task An_ffmpeg_that_is_not_on_the_path_or_does_not_run_has_a_reason()
    {
        (await Engines.FindDistribution("", CancellationToken.None)).Reason.Should().Contain("the package ffmpeg");
        Install("exit 4");
        (await Engines.FindDistribution(temporary.Path, CancellationToken.None)).Reason.Should().EndWith("does not run: exit status 4");
        Install("echo 'libx264.so.164: cannot open shared object file' >&2; exit 127");
        (await Engines.FindDistribution(temporary.Path, CancellationToken.None)).Reason
            .Should().EndWith("does not run: exit status 127, libx264.so.164: cannot open shared object file");
    }

    [Theory]
    [InlineData("ffmpeg version 5.1.6-0+deb12u1 Copyright (c) 2000-2024 the FFmpeg developers\nbuilt with gcc 12", "5.1.6-0+deb12u1")]
    [InlineData("another program\nwith more to say", "another program")]
    public async Task Its_version_is_the_one_it_reports(string banner, string version)
    {
        Install($"cat <<'END'\n{banner}\nEND");

        var found = await Engines.FindDistribution(temporary.Path, CancellationToken.None);

        found.Should().Be(Reading<EngineTool>.Of(new EngineTool(Engines.Distribution, temporary.File("ffmpeg"), version)));
    }

    [Fact]
    public void Only_jobs_of_the_gpl_flavour_have_its_lane()
    {
        var found = Reading<EngineTool>.Of(new EngineTool(Engines.Distribution, "/usr/bin/ffmpeg", "5.1"));
        var tools = new ToolSet(
            "launcher",
            ImmutableDictionary<string, (string, ProductManifest)>.Empty,
            ImmutableDictionary<string, Reading<EngineTool>>.Empty.Add(Engines.Distribution, found));
        var lanes = new LaneCatalog(tools, "");

        lanes.Runner(Lane.Distribution, "gpl").Reason.Should().BeNull();
        lanes.Runner(Lane.Distribution, "lgpl").Reason.Should().Contain("x264");
    }

    private void Install(string script)
    {
        var file = temporary.File("ffmpeg");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }
}
