using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class WaterfallPictureRules
{
    private const string Id = "waterfall";
    private const string Job = "transcode/screencast-360p/libx264-veryfast";
    private const double Precision = 0.03;

    // A bar for each of three steps, and the multiple.
    private const int MarksPerLane = 4;

    private static readonly string Default = $"{Job}/{MatrixDesign.DefaultLane.Name}";
    private static readonly string Shipped = $"{Job}/{MatrixDesign.ShippedLane.Name}";
    private static readonly string Unchecked = $"{Job}/{MatrixDesign.UncheckedLane.Name}";

    [Fact]
    public void Its_steps_lead_from_native_to_the_multiple()
    {
        var drawn = DrawnPicture.Of(((CaseSummary[])[Split(Default, 2, 3, 0.5)]).Report(), Id);
        var (threads, assembly) = (drawn.Bar($"{Default}: threads"), drawn.Bar($"{Default}: assembly"));
        var sandbox = drawn.Bar($"{Default}: sandbox");
        var (ticks, multiple) = (drawn.BottomTicks(), drawn.Shapes($"{Default}: 3.00"));

        drawn.Marks.Should().Equal(
            $"{Default}: threads × 2.00",
            $"{Default}: assembly × 3.00",
            $"{Default}: sandbox × 0.500",
            $"{Default}: 3.00 [2.70, 3.30] × native");
        threads.From.Should().BeApproximately(ticks[1], Precision);
        threads.To.Should().BeApproximately(ticks[2], Precision);
        assembly.From.Should().BeApproximately(threads.To, Precision);
        sandbox.To.Should().BeApproximately(assembly.To, Precision, "below 1 a step leads back");
        sandbox.From.Should().BeApproximately(ticks[1] + ((ticks[2] - ticks[1]) * Math.Log2(3)), Precision);
        DrawnPicture.Place(multiple[1]).X.Should().BeApproximately(sandbox.From, Precision);
    }

    [Fact]
    public void What_upstream_ships_is_shown_beside_the_default_lane()
    {
        CaseSummary[] cases =
        [
            Split(Default, 2, 3, 0.5),
            Split(Unchecked, 2, 3, 4),
            Split(Shipped, 2, 3, 8),
            Split($"{Job}/v8+{MatrixDesign.ShippedBuild}", 2, 3, 4),
        ];

        foreach (var drawn in new[] { DrawnPicture.Of(cases.Report(), Id), DrawnPicture.Of(CommittedRun.Report, Id) })
        {
            drawn.Marks.Should().HaveCount(3 * MarksPerLane);
            drawn.Marks.Select(mark => mark.Split(':')[0].Split('/')[^1]).Distinct()
                .Should().Equal(MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, MatrixDesign.DefaultLane.Name);
        }
    }

    [Fact]
    public void A_lane_without_factors_is_named_with_its_reason()
    {
        var drawn = DrawnPicture.Of(new[] { Split(Default, 2, 3, 4), CaseSummaries.NotMeasured(Shipped, "it was not built") }.Report(), Id);

        drawn.Marks.Should().HaveCount(MarksPerLane).And.OnlyContain(mark => mark.StartsWith(Default));
        drawn.Picture.Alternative.Should().Contain($"{Shipped}: not measured (it was not built).");
    }

    [Fact]
    public void Without_factors_there_is_no_picture()
    {
        CaseSummary[] cases =
        [
            CaseSummaries.Measured(Shipped, 2, 3, 4),
            Split("decode/screencast-360p/libx264-veryfast/wasmtime+O3", 2, 3, 4),
            Split(Default, 2, 3, 4) with { Failure = "it trapped" },
        ];

        PictureCatalog.Of(cases.Report()).Should().NotContain(picture => picture.Id == Id);
    }

    private static CaseSummary Split(string id, double threads, double assembly, double sandbox)
    {
        var product = threads * assembly * sandbox;
        return CaseSummaries.Measured(id, 0.9 * product, product, 1.1 * product) with
        {
            Decomposition = Reading<Decomposition>.Of(new Decomposition(threads, assembly, sandbox, 1)),
        };
    }
}
