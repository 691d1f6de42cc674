using System.Xml.Linq;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>What holds for every picture, on a run of everything and on runs that something is wrong with.</summary>
public sealed class PictureRules
{
    private const double Width = 520;
    private const double Phone = 328;

    // The grounds of a picture alone, and of report.html.
    private static readonly ImmutableArray<string> Grounds = ["#ffffff", "#16181d", "#0d1117"];

    // A clip that somebody named so, with what no XML may hold.
    private const string Clip = "<img src=x onerror=1>.mkv \u0001\ud800\u202e a_{b}^{c}";

    private static readonly ImmutableArray<DrawnPicture> Drawn =
    [
        .. ((RunReport[])[CommittedRun.Report, new CannedRun().Report(), EveryPicture.Report(Clip), Hostile()])
            .SelectMany(report => PictureCatalog.Of(report)).Select(picture => new DrawnPicture(picture)),
    ];

    [Fact]
    public void Its_ids_are_kebab_case_and_unique_on_the_page()
    {
        var pictures = PictureCatalog.Of(CommittedRun.Report);

        pictures.Should().OnlyContain(picture =>
            picture.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));
        pictures.SelectMany(picture => XElement.Parse(picture.Svg).DescendantsAndSelf().Attributes("id")).Select(id => id.Value)
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void It_has_as_many_marks_as_it_says_and_never_one_or_two()
    {
        Drawn.Should().OnlyContain(drawn => drawn.Picture.Marks == drawn.Marks.Length && drawn.Marks.Length >= 3);
        Drawn.SelectMany(drawn => drawn.Marks).Should().OnlyContain(title => title.Contains(": ") && title.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void Readers_who_do_not_see_it_get_the_same_in_words()
    {
        foreach (var drawn in Drawn)
        {
            ((string?)drawn.Root.Attribute("role")).Should().Be("img");
            ((string)drawn.Root.Attribute("aria-labelledby")!).Split(' ')
                .Select(id => drawn.Root.Elements().Single(element => (string?)element.Attribute("id") == id).Value)
                .Should().Equal(drawn.Picture.Title, drawn.Picture.Alternative).And.OnlyContain(text => text.Length > 0);
        }
    }

    [Fact]
    public void It_scales_and_stays_within_its_box()
    {
        foreach (var drawn in Drawn)
        {
            var height = DrawnPicture.Number(drawn.Root, "height");
            ((string)drawn.Root.Attribute("viewBox")!).Should().Be(FormattableString.Invariant($"0 0 {Width} {height}"));
            drawn.Lines().SelectMany(line => DrawnPicture.Points(line)).Should().OnlyContain(
                point => point.X >= 0 && point.X <= Width && point.Y >= 0 && point.Y <= height, drawn.Picture.Id);
            drawn.TextElements.Select(DrawnPicture.Box).Should().OnlyContain(
                text => text.Left >= 0 && text.Right <= Width && text.Top >= 0 && text.Bottom <= height, drawn.Picture.Id);
        }
    }

    [Fact]
    public void Every_text_can_be_read_on_a_phone_and_none_overlaps_another()
    {
        foreach (var drawn in Drawn)
        {
            (DrawnPicture.Number(drawn.Root, "font-size") * Phone / Width).Should().BeGreaterThanOrEqualTo(10);
            var boxes = drawn.TextElements.Select(DrawnPicture.Box).ToArray();
            var overlapping = boxes.SelectMany((one, index) => boxes.Skip(index + 1)
                .Where(other => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom)
                .Select(other => $"{drawn.Picture.Id}: {one.Text} and {other.Text}"));
            overlapping.Should().BeEmpty();
        }
    }

    [Fact]
    public void Its_colours_stand_out_on_a_light_page_and_on_a_dark_one() => Drawn
        .SelectMany(drawn => drawn.Root.Descendants().Where(element => element.Name.LocalName != "text"))
        .Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke").Select(attribute => attribute.Value).Distinct()
        .Except(["none", "currentColor"])
        .Should().NotBeEmpty().And.OnlyContain(paint => Grounds.All(ground => Contrast.Of(paint, ground) >= 3));

    [Fact]
    public void It_needs_nothing_from_outside_and_runs_nothing()
    {
        var elements = Drawn.SelectMany(drawn => drawn.Root.DescendantsAndSelf()).ToArray();

        elements.Select(element => element.Name.LocalName).Distinct()
            .Should().BeSubsetOf(["svg", "title", "desc", "style", "g", "text", "polyline", "path", "rect"]);
        elements.Attributes().Should().NotContain(attribute => attribute.Value.Contains("url("));
        elements.Attributes().Select(attribute => attribute.Name.LocalName)
            .Should().NotContain(name => name.StartsWith("on") || name == "href" || name == "style");
        elements.Where(element => element.Name.LocalName == "style").Select(element => element.Value).Distinct()
            .Should().ContainSingle().Which.Should().NotContainAny("@import", "url(");
    }

    [Fact]
    public void Text_from_outside_is_text()
    {
        var pictures = PictureCatalog.Of(EveryPicture.Report(Clip)).AddRange(PictureCatalog.Of(Hostile()));

        pictures.Select(picture => picture.Id).Should().Contain(EveryPicture.Kinds);
        pictures.Should().OnlyContain(picture => !picture.Svg.Contains("<img", StringComparison.Ordinal)
            && picture.Svg.Contains("&lt;img src=x onerror=1&gt;.mkv", StringComparison.Ordinal));
    }

    // With a lane whose name is as long as file systems allow, and with reasons that are markup.
    private static RunReport Hostile()
    {
        var lane = new Lane($"wasmtime+{new string('m', 250)}", "wasmtime", "mine");
        return new CannedRun { Subject = Clip, WhyNotMeasured = CannedRun.HostileText }.Report().Cases
            .Select(summary => summary with
            {
                Case = summary.Case.Lane == CannedRun.Measured ? summary.Case with { Lane = lane }
                : summary.Case
            })
            .Report();
    }
}
