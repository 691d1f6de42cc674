namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The command as a .NET tool: packed once, installed from the folder of the package, and removed with it.</summary>
public sealed class InstalledTool : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Packs and installs it.</summary>
    public InstalledTool()
    {
        Dotnet(Repository.Root, "pack", "src/Afmpeg.Perf.Cli", "--configuration", "Release", "--output", folder.File("feed"), "--nologo");
        Dotnet(folder.Path, "tool", "install", "afmpeg-perf", "--tool-path", folder.File("tools"), "--source", folder.File("feed"));
        Folder = Path.GetDirectoryName(Directory.GetFiles(folder.File("tools"), "afmpeg-perf.dll", SearchOption.AllDirectories).Single())!;
    }

    /// <summary>Where its files are.</summary>
    public string Folder { get; }

    /// <summary>Runs it.</summary>
    /// <param name="workingDirectory">Where.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended and what it wrote.</returns>
    public (int Status, string Output, string Errors) Run(string workingDirectory, params string[] arguments) => BuiltCommand.RunProgram(
        folder.File("tools/afmpeg-perf"), workingDirectory, new Dictionary<string, string?> { ["AFMPEG_CACHE"] = folder.File("cache") }, arguments);

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static void Dotnet(string workingDirectory, params string[] arguments)
    {
        var (status, output, errors) = BuiltCommand.RunProgram("dotnet", workingDirectory, new Dictionary<string, string?>(), arguments);
        status.Should().Be(0, $"{string.Join(' ', arguments)}: {output}{errors}");
    }
}
