namespace Afmpeg.Perf.Lanes;

/// <summary>What is to be known of a <see cref="StopCheck"/>.</summary>
public static class StopChecks
{
    /// <summary>Its name in lanes and in the options of workers.</summary>
    /// <param name="stop">The check.</param>
    /// <returns>Such as: host-calls.</returns>
    public static string Key(StopCheck stop) => stop switch
    {
        StopCheck.None => "none",
        StopCheck.Cancel => "cancel",
        StopCheck.HostCalls => "host-calls",
        StopCheck.Epoch => "epoch",
        StopCheck.Fuel => "fuel",
        StopCheck.Terminate => "terminate",
        _ => throw new ArgumentOutOfRangeException(nameof(stop), stop, message: null),
    };
}
