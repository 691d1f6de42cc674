using System.Collections.Immutable;
using System.ComponentModel;

namespace Afmpeg.Perf.LanesFile;

/// <summary>A module as lanes.json names it.</summary>
public sealed record CustomModuleEntry
{
    /// <summary>Its name: it stands where a build's does.</summary>
    [Description("Its name, of letters, digits, '.', '_' and '-'; its lanes are ENGINE+NAME.")]
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    [Description("The file: FFmpeg's command line tool as a WASI command. Relative to this file.")]
    public required string Path { get; init; }

    /// <summary>Which jobs it can do.</summary>
    [Description("gpl: it has libx264; lgpl: it has openh264. It is measured on the jobs of that encoder; gpl where this is left out.")]
    public CustomFlavour Flavour { get; init; } = CustomFlavour.Gpl;

    /// <summary>Initial arguments.</summary>
    [Description("Arguments that stand before ffmpeg's own in every run.")]
    public ImmutableArray<string> Arguments { get; init; } = [];
}
