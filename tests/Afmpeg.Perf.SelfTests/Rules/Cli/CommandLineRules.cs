using System.Diagnostics;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>The command as a user has it, on what it must refuse: nothing here sets up or measures.</summary>
public sealed class CommandLineRules : IDisposable
{
    private readonly TemporaryFolder checkout = new();

    public void Dispose() => checkout.Dispose();

    [Theory]
    [InlineData("doctor --no-such-flag", "--no-such-flag")]
    [InlineData("doctor --tier huge", "huge")]
    [InlineData("run --budget soon", "'soon' is not a duration; write it as 90s, 5m or 1h30m")]
    [InlineData("run --budget", "--budget")]
    [InlineData("run --budget 0s", "'0s' leaves no time to measure in; write 1s or more")]
    [InlineData("pair a b --budget 0m", "'0m' leaves no time to measure in")]
    [InlineData("run --wait long", "'long' is not a duration; write it as 90s, 5m or 1h30m")]
    [InlineData("run --seed many", "many")]
    [InlineData("run --resume --fresh", "--resume and --fresh contradict each other")]
    [InlineData("no-such-command", "no-such-command")]
    public void An_invalid_command_line_ends_with_status_2_and_names_what_is_wrong(string arguments, string named)
    {
        // With a cache that cannot be made: a line that were not refused would end here, and not begin to set up.
        var (status, _, errors) = RunWith("/dev/null/cache", arguments.Split(' '));

        (status, errors.Contains(named, StringComparison.Ordinal)).Should().Be((2, true), errors);
        errors.Should().NotContain("   at ");
    }

    [Fact]
    public void An_unknown_case_ends_with_status_2_and_the_nearest_one()
    {
        var known = MeasuredRun.Suite.Cases[^1].Id;

        var (status, _, errors) = Run("doctor", "--filter", known.Replace("libx264", "libx246", StringComparison.Ordinal));

        status.Should().Be(2);
        errors.Should().Contain($"the nearest case is {known}").And.Contain("doctor --cases --tier full lists every case");
    }

    [Fact]
    public void Every_fault_of_the_thresholds_is_reported_at_once_with_its_line_and_status_2()
    {
        Copy("toolchain", "media", "thresholds.json");
        File.Copy(Repository.PathOf("tests", "Fixtures", "thresholds", "many-faults.json"), checkout.File("thresholds.json"),
            overwrite: true);

        var (status, _, errors) = Run("doctor");

        status.Should().Be(2);
        errors.Split("thresholds.json:").Length.Should().BeGreaterThan(3, errors);
    }

    [Theory]
    [InlineData("not-json.json")]
    [InlineData("contradiction.json")]
    [InlineData("empty.json")]
    public void Thresholds_that_cannot_be_used_end_with_status_2(string fixture)
    {
        Copy("toolchain", "media");
        File.Copy(Repository.PathOf("tests", "Fixtures", "thresholds", fixture), checkout.File("thresholds.json"));

        var (status, _, errors) = Run("doctor");

        status.Should().Be(2, errors);
        errors.Should().Contain("thresholds.json").And.NotContain("   at ");
    }

    [Fact]
    public void With_an_empty_cache_the_doctor_lists_what_set_up_would_do_and_changes_nothing()
    {
        var (status, output, errors) = Run("doctor");

        status.Should().Be(3, errors);
        output.Should().Contain("afmpeg-perf setup").And.Contain("from source").And.Contain("derive the clip");
        Directory.Exists(checkout.File("cache")).Should().BeFalse();
    }

    [Theory]
    [InlineData("doctor", "no-such-file.mp4", "The file to measure is not there")]
    [InlineData("setup", "no-such-file.mp4", "The file to measure is not there")]
    [InlineData("run", ".", "A folder cannot be measured")]
    public void A_file_that_cannot_be_measured_ends_with_status_2_before_anything_is_set_up(string command, string file, string what)
    {
        var (status, _, errors) = RunWith("/dev/null/cache", [command, "--media", file]);

        status.Should().Be(2, errors);
        errors.Should().Contain(what).And.Contain("--media").And.Contain("do:").And.NotContain("   at ");
    }

    [Fact]
    public void Without_a_native_ffmpeg_the_doctor_says_that_a_files_cases_are_not_known_yet()
    {
        // Without the ffmpeg that the host may have.
        var environment = new Dictionary<string, string?> { ["AFMPEG_CACHE"] = checkout.File("cache"), ["PATH"] = checkout.Path };
        var (status, output, errors) = BuiltCommand.Run(checkout.Path, environment, "doctor", "--media", Repository.PathOf("README.md"));

        status.Should().Be(3, errors);
        output.Should().Contain("not known: the ffmpeg that looks").And.Contain("native").And.NotContain("derive the clip");
    }

    [Fact]
    public void A_report_without_a_run_ends_with_status_3_and_says_how_to_make_one()
    {
        var (status, _, errors) = Run("report", "--output", checkout.File("nothing"));

        status.Should().Be(3);
        errors.Should().Contain("measure first: afmpeg-perf run");
    }

    [Fact]
    public void With_a_native_ffmpeg_and_a_module_of_the_users_own_nothing_is_built_from_source()
    {
        File.WriteAllBytes(checkout.File("mine.wasm"), global::Wasmtime.Module.ConvertText("""(module (func (export "_start")))"""));
        File.WriteAllText(checkout.File("lanes.json"),
            """{ "native": "/bin/true", "modules": [{ "name": "mine", "path": "mine.wasm" }] }""");

        var (_, output, errors) = Run("doctor", "--cases", "--lanes", checkout.File("lanes.json"));

        output.Should().Contain("/wasmtime+mine", errors).And.Contain("own-lanes-only").And.NotContain("from source").And.NotContain(
            "Debian packages: clang");
        output.Should().NotContain("/native-portable");
    }

    [Theory]
    [InlineData("""{ "native": "no-such-file", "modules": [{ "name": "wasmtime", "path": "none" }] }""", 2, "3 faults")]
    [InlineData(null, 3, "lanes.json")]
    public void A_lanes_file_that_cannot_be_used_is_refused_before_anything_is_done(string? text, int expected, string told)
    {
        if (text is not null)
        {
            File.WriteAllText(checkout.File("lanes.json"), text);
        }

        var (status, _, errors) = Run("run", "--lanes", checkout.File("lanes.json"));

        status.Should().Be(expected, errors);
        errors.Should().Contain(told).And.NotContain("   at ");
        Directory.Exists(checkout.File("cache")).Should().BeFalse();
    }

    private void Copy(params string[] names)
    {
        foreach (var name in names)
        {
            using var copy = Process.Start("cp", ["-r", Repository.PathOf(name), checkout.Path]);
            copy.WaitForExit();
        }
    }

    private (int Status, string Output, string Errors) Run(params string[] arguments) => RunWith(checkout.File("cache"), arguments);

    private (int Status, string Output, string Errors) RunWith(string cache, string[] arguments) =>
        BuiltCommand.Run(checkout.Path, new Dictionary<string, string?> { ["AFMPEG_CACHE"] = cache }, arguments);
}
