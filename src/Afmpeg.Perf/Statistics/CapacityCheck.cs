namespace Afmpeg.Perf.Statistics;

/// <summary>A measured point beside what the model says of it.</summary>
/// <param name="Point">What was measured.</param>
/// <param name="Predicted">The model's throughput, in that of one instance alone.</param>
/// <param name="Fitted">Whether the model was fitted to this point; else it is a test of the model.</param>
public sealed record CapacityCheck(CapacityPoint Point, double Predicted, bool Fitted)
{
    /// <summary>How far the model is off, as a share of what was measured; above 0 where it promises too much.</summary>
    public double RelativeError => (Predicted / Point.Throughput.Value) - 1;

    /// <summary>Whether the model is within what was measured.</summary>
    public bool Agrees => Point.Throughput.Low <= Predicted && Predicted <= Point.Throughput.High;
}
