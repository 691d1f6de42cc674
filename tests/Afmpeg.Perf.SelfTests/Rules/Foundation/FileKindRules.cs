using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

/// <summary>Nobody writes to the pipes here, so a process that opens one waits for ever.</summary>
public sealed class FileKindRules : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder folder = new();

    public FileKindRules()
    {
        BuiltCommand.RunProgram("mkfifo", folder.Path, new Dictionary<string, string?>(), "-m", "777", "pipe").Status.Should().Be(0);
        Directory.CreateDirectory(folder.File("folder"));
        File.CreateSymbolicLink(folder.File("link"), folder.File("pipe"));
        File.WriteAllText(folder.File("file"), "{}");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("pipe", "a pipe (FIFO)")]
    [InlineData("link", "a pipe (FIFO)")]
    [InlineData("folder", "a folder")]
    [InlineData("/dev/zero", "a character device")]
    [InlineData("file", null)]
    [InlineData("missing", null)]
    public void A_non_regular_file_is_detected_without_opening_it(string name, string? kind) => FileKind.Other(folder.File(name)).Should()
        .Be(kind);

    [Theory]
    [InlineData("pipe")]
    [InlineData("link")]
    [InlineData("folder")]
    [InlineData("/dev/zero")]
    public async Task A_configuration_file_that_is_not_a_regular_file_is_refused_at_once(string name)
    {
        var refusal = await Refusal(() => CheckedJson.Load<CustomLanesDocument>(folder.File(name)));

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Message.Should().Be($"""
            A configuration file is no regular file
              where:    {folder.File(name)}
              expected: a regular file
              observed: {FileKind.Other(folder.File(name))}
              do:       name a file; what a command prints goes into one first
            """);
    }

    [Fact]
    public void Thresholds_in_the_working_directory_that_are_not_a_file_are_not_skipped()
    {
        Directory.Move(folder.File("folder"), folder.File("thresholds.json"));

        SuiteFolders.Find([folder.Path, Repository.Root], _ => null).Thresholds.Should().Be(folder.File("thresholds.json"));
    }

    [Theory]
    [InlineData("""{ "native": "pipe" }""", "'native' cannot be run", "pipe, which is a pipe (FIFO)")]
    [InlineData("""{ "native": "folder" }""", "'native' cannot be run", "folder, which is a folder")]
    [InlineData("""{ "natives": [{ "name": "a", "path": "/dev/zero" }] }""", "'natives[0].path' cannot be run",
        "/dev/zero, which is a character device")]
    [InlineData("""{ "modules": [{ "name": "a", "path": "link" }] }""", "'modules[0].path' is no regular file",
        "link, which is a pipe (FIFO)")]
    [InlineData("""{ "modules": [{ "name": "a", "path": "folder" }] }""", "'modules[0].path' is not there", "folder, which is a folder")]
    [InlineData("""{ "engines": [{ "name": "e", "command": ["./pipe", "{module}", "{arguments}"] }] }""", "the engine 'e' cannot be run",
        "pipe, which is a pipe (FIFO)")]
    public async Task A_lane_that_names_no_regular_file_is_refused_at_once(string lanes, string what, string observed)
    {
        await File.WriteAllTextAsync(folder.File("lanes.json"), lanes);

        (await Refusal(() => CustomLanesFile.Load(folder.File("lanes.json"), [], "/bin"))).Message.Should().Contain($"lanes.json:1: {what}")
            .And.Contain(observed);
    }

    [Fact]
    public async Task A_pipe_is_refused_as_media() =>
        (await Refusal(() => CustomClip.CheckReadable(folder.File("pipe")))).Message.Should()
            .Contain("The file to measure is no regular file").And.Contain("a pipe (FIFO)");

    private static async Task<PerfException> Refusal(Action action) =>
        (await FluentActions.Awaiting(() => Task.Run(action).WaitAsync(AtOnce)).Should().ThrowAsync<PerfException>()).Which;
}
