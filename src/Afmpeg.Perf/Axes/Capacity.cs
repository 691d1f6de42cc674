using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>What a kind of fleet does on other numbers of cores.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Model">The throughput in that of one instance; fitted to sizes whose instances all have as many jobs.</param>
/// <param name="Memory">The memory.</param>
internal sealed record Capacity(FleetKind Kind, Reading<CapacityModel> Model, FleetMemory Memory)
{
    /// <summary>Fits it to what was measured.</summary>
    public static Capacity Of(FleetKind kind)
    {
        var points = kind.Sizes.Where(size => kind.IsEven(size.Case.Lane.Instances))
            .Select(size => kind.Throughput(size).Select(throughput => new CapacityPoint(size.Case.Lane.Instances, throughput)))
            .Select(point => point.TryGet(out var found) ? found : null)
            .OfType<CapacityPoint>();
        return new Capacity(kind, CapacityModel.Of([.. points], kind.Run.Host.Cores), FleetMemory.Of(kind));
    }

    /// <summary>A measured size beside the model, or why it was left out.</summary>
    public Reading<CapacityCheck> Check(int instances) => Model.Then(model => model.Checks.FirstOrDefault(check => check.Point.Instances == instances) is { } check
        ? Reading<CapacityCheck>.Of(check)
        : Reading<CapacityCheck>.Unavailable(WhyLeftOut(instances)));

    /// <summary>What the model says, in jobs an hour.</summary>
    public Reading<Estimate> JobsAnHour(int instances, int cores) => One.Then(one =>
        Model.Then(model => model.Predict(instances, cores)).Select(prediction => prediction.Fitted.Times(one)));

    /// <summary>As many times one instance, in jobs an hour.</summary>
    public Reading<Estimate> LinearJobsAnHour(int busy) => One.Select(one => one.Map(jobs => busy * jobs));

    private Reading<Estimate> One => Kind.Size(1) is { } one ? Kind.JobsAnHour(one) : Reading<Estimate>.Unavailable($"{Kind.Name}1 was not planned");

    private string WhyLeftOut(int instances) => Kind.IsEven(instances)
        ? "it was not measured"
        : $"{Kind.Batch.Copies} jobs over {instances} instances leave some idle, which the model knows nothing of";
}
