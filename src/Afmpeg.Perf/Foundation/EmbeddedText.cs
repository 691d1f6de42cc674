namespace Afmpeg.Perf.Foundation;

/// <summary>Texts that are embedded in the library.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads the text of a logical name, as the project file gives it after the library's own.</summary>
    /// <exception cref="InvalidOperationException">The library was built without it.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Afmpeg.Perf.{name}")
            ?? throw new InvalidOperationException($"{name} is not among the library's resources");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
