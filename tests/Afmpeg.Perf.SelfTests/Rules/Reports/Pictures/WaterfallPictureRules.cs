using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class WaterfallPictureRules
{
    private const string Id = "waterfall";
    private const string Job = "transcode/screencast-360p/libx264-veryfast";
    private const double Precision = 0.001;

    // A bar for each of three steps, and the multiple.
    private const int MarksPerLane = 4;

    private static readonly string Default = $"{Job}/{MatrixDesign.DefaultLane.Name}";
    private static readonly string Shipped = $"{Job}/{MatrixDesign.ShippedLane.Name}";
    private static readonly string Unchecked = $"{Job}/{MatrixDesign.UncheckedLane.Name}";

    [Fact]
    public void Its_steps_lead_from_native_to_the_multiple()
    {
        var drawn = DrawnPicture.Of(Split(Default, 2, 3, 0.5).Report(), Id);
        var ticks = drawn.BottomTicks();

        drawn.Marks.Should().Equal($"{Default}: threads × 2.00", $"{Default}: assembly × 3.00", $"{Default}: sandbox × 0.500", $"{Default}: 3.00 [2.70, 3.30] × native");
        Bar(drawn, $"{Default}: threads").Should().Match<(double From, double To)>(bar => Near(bar.From, ticks[1]) && Near(bar.To, ticks[2]));
        Bar(drawn, $"{Default}: assembly").From.Should().BeApproximately(ticks[2], Precision);
        // Below 1 a step leads back.
        Bar(drawn, $"{Default}: sandbox").To.Should().BeApproximately(Bar(drawn, $"{Default}: assembly").To, Precision);
        var multiple = drawn.Shapes($"{Default}: 3.00");
        Bar(drawn, $"{Default}: sandbox").From.Should().BeApproximately(Number(multiple[1], "cx"), Precision);
        DrawnPicture.Points(multiple[0])[0].X.Should().BeLessThan(DrawnPicture.Points(multiple[0])[1].X);
    }

    [Fact]
    public void What_upstream_ships_stands_beside_the_default_lane()
    {
        CaseSummary[] cases = [Split(Default, 2, 3, 0.5), Split(Unchecked, 2, 3, 4), Split(Shipped, 2, 3, 8), Split($"{Job}/v8+{MatrixDesign.ShippedBuild}", 2, 3, 4)];
        var drawn = DrawnPicture.Of(cases.Report(), Id);
        var committed = DrawnPicture.Of(DrawnPicture.Committed, Id);

        drawn.Marks.Should().HaveCount(3 * MarksPerLane);
        drawn.Marks.Select(CaseOf).Distinct().Should().Equal(Shipped, Unchecked, Default);
        DrawnPicture.Of(Split(Shipped, 2, 3, 4).Report(), Id).Marks.Should().HaveCount(MarksPerLane, "it is shown once where it is the only one");
        committed.Marks.Should().HaveCount(3 * MarksPerLane);
        committed.Marks.Select(mark => CaseOf(mark).Split('/')[^1]).Distinct()
            .Should().Equal(MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, MatrixDesign.DefaultLane.Name);
    }

    [Fact]
    public void A_lane_without_factors_is_named_with_its_reason()
    {
        var drawn = DrawnPicture.Of(new[] { Split(Default, 2, 3, 4), CaseSummaries.NotMeasured(Shipped, "it was not built") }.Report(), Id);

        drawn.Marks.Should().HaveCount(MarksPerLane).And.OnlyContain(mark => CaseOf(mark) == Default);
        drawn.Picture.Alternative.Should().Contain($" {Shipped}: not measured (it was not built). {Default}: ");
    }

    [Fact]
    public void Without_factors_there_is_none()
    {
        PictureCatalog.Of(CaseSummaries.Measured(Default, 2, 3, 4).Report()).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of(Split("decode/screencast-360p/libx264-veryfast/wasmtime+O3", 2, 3, 4).Report()).Should().NotContain(picture => picture.Id == Id);
        PictureCatalog.Of((Split(Default, 2, 3, 4) with { Failure = "it trapped" }).Report()).Should().BeEmpty();
    }

    private static CaseSummary Split(string id, double threads, double assembly, double sandbox)
    {
        var product = threads * assembly * sandbox;
        return CaseSummaries.Measured(id, 0.9 * product, product, 1.1 * product) with
        {
            Decomposition = Reading<Decomposition>.Of(new Decomposition(threads, assembly, sandbox, 1)),
        };
    }

    private static string CaseOf(string mark) => mark.Split(':')[0];

    private static (double From, double To) Bar(DrawnPicture drawn, string title)
    {
        var bar = drawn.Shapes(title).Should().ContainSingle().Subject;
        return (Number(bar, "x"), Number(bar, "x") + Number(bar, "width"));
    }

    private static double Number(XElement shape, string name) => double.Parse((string)shape.Attribute(name)!, CultureInfo.InvariantCulture);

    private static bool Near(double one, double other) => Math.Abs(one - other) < Precision;
}
