using System.ComponentModel;

namespace Afmpeg.Perf.LanesFile;

/// <summary>A native ffmpeg as lanes.json names it.</summary>
public sealed record CustomNativeEntry
{
    /// <summary>The lane's name.</summary>
    [Description("The lane's name, of letters, digits, '.', '_' and '-'.")]
    public required string Name { get; init; }

    /// <summary>The executable.</summary>
    [Description("The executable, relative to this file. It runs with all threads.")]
    public required string Path { get; init; }

    /// <summary>Which jobs it can do.</summary>
    [Description("gpl: it has libx264; lgpl: it has openh264. It is measured on the jobs of that encoder; gpl where this is left out.")]
    public CustomFlavour Flavour { get; init; } = CustomFlavour.Gpl;
}
