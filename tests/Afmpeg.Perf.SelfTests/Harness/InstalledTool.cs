namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The command as a .NET tool: packed once, installed from the folder of the package, and removed with it.</summary>
public sealed class InstalledTool : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InstalledTool()
    {
        Dotnet(Repository.Root, "pack", "src/Afmpeg.Perf.Cli", "--configuration", "Release", "--output", folder.File("feed"), "--nologo");
        Dotnet(folder.Path, "tool", "install", "afmpeg-perf", "--tool-path", folder.File("tools"), "--source", folder.File("feed"));
        Folder = Path.GetDirectoryName(Directory.GetFiles(folder.File("tools"), "afmpeg-perf.dll", SearchOption.AllDirectories).Single())!;
    }

    public string Folder { get; }

    public (int Status, string Output, string Errors) Run(string workingDirectory, params string[] arguments)
    {
        var environment = new Dictionary<string, string?> { ["AFMPEG_CACHE"] = folder.File("cache") };
        return BuiltCommand.RunProgram(folder.File("tools/afmpeg-perf"), workingDirectory, environment, arguments);
    }

    public void Dispose() => folder.Dispose();

    private static void Dotnet(string workingDirectory, params string[] arguments)
    {
        var (status, output, errors) = BuiltCommand.RunProgram("dotnet", workingDirectory, arguments);
        status.Should().Be(0, $"{string.Join(' ', arguments)}: {output}{errors}");
    }
}
