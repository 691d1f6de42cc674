namespace Afmpeg.Perf.Toolchains;

/// <summary>An engine's executable.</summary>
/// <param name="Name">The engine: v8 or wazero; or the distribution's ffmpeg.</param>
/// <param name="Path">The executable.</param>
/// <param name="Version">What it says of its version.</param>
public sealed record EngineTool(string Name, string Path, string Version);
