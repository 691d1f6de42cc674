using System.Diagnostics;
using System.Reflection;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The command afmpeg-perf as it was built, in a process of its own.</summary>
public static class BuiltCommand
{
    private static readonly string Configuration =
        typeof(BuiltCommand).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration.ToLowerInvariant();

    private static readonly string Program = Repository.PathOf("artifacts", "bin", "Afmpeg.Perf.Cli", Configuration, "afmpeg-perf.dll");

    /// <summary>How a shell starts it.</summary>
    public static string Line { get; } = $"dotnet exec '{Program}'";

    /// <summary>Runs it.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables that it gets besides the test's own; null removes one.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended and what it wrote.</returns>
    public static (int Status, string Output, string Errors) Run(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) => RunProgram(
        "dotnet", folder, environment, ["exec", Program, .. arguments]);

    /// <summary>Runs another program likewise.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables that it gets besides the test's own; null removes one.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended and what it wrote.</returns>
    public static (int Status, string Output, string Errors) RunProgram(
        string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using var process = Start(program, folder, environment, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts a program, both its streams to be read.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables that it gets besides the test's own; null removes one.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The process.</returns>
    public static Process Start(string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        // Of the job that runs the tests no command of theirs is to know: its summary is not theirs to write.
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["GITHUB_STEP_SUMMARY"] = null, ["COLUMNS"] = null },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
