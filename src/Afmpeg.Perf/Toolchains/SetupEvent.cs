namespace Afmpeg.Perf.Toolchains;

/// <summary>Something that set-up tells while it works; at least one every few seconds.</summary>
/// <param name="Step">The step, such as "gpl+O3-simd128: ffmpeg".</param>
/// <param name="State">What became of it.</param>
/// <param name="Elapsed">How long it has taken so far.</param>
/// <param name="LastTime">How long it took when it was done last; null where it never was.</param>
public sealed record SetupEvent(string Step, SetupState State, TimeSpan Elapsed, TimeSpan? LastTime);
