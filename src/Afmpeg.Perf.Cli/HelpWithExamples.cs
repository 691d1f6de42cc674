using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Afmpeg.Perf.Cli;

/// <summary>The help that System.CommandLine writes, as wide as the screen, and examples below it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly Screen screen = new();

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Has a command and all below it answer `--help` so.</summary>
    public static void Attach(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var status = new HelpAction { MaxWidth = screen.Width }.Invoke(parseResult);
        Examples.Write(parseResult.CommandResult.Command, screen);
        return status;
    }
}
