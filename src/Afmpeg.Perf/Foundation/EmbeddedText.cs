namespace Afmpeg.Perf.Foundation;

/// <summary>Texts that the library carries within itself.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads one.</summary>
    /// <param name="name">The logical name that the project file gives it, after the library's own.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The library was built without it.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Afmpeg.Perf.{name}")
            ?? throw new InvalidOperationException($"{name} is not among the library's resources");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
