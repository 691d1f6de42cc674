namespace Afmpeg.Perf.LanesFile;

/// <summary>The flavours that a user's program can be of: it measures the jobs of its own.</summary>
public enum CustomFlavour
{
    /// <summary>With libx264.</summary>
    Gpl,

    /// <summary>With openh264.</summary>
    Lgpl,
}
