using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>What holds of every picture, on a run of everything and on runs that something is wrong with.</summary>
public sealed class PictureRules
{
    private const double SheetWidth = 640;

    // The pages' grounds: those of report.html, and of a picture alone.
    private static readonly ImmutableArray<string> Grounds = ["#ffffff", "#16181d"];

    // A clip that somebody named so, with what no XML may hold.
    private const string Clip = "<img src=x onerror=1>.mkv \u0001\ud800\u202e a_{b}^{c}";

    private static readonly ImmutableArray<DrawnPicture> Drawn =
        [.. ((RunReport[])[DrawnPicture.Committed, new CannedRun().Report(), EveryPicture.Report(Clip), Hostile()]).SelectMany(report => PictureCatalog.Of(report)).Select(picture => new DrawnPicture(picture))];

    [Fact]
    public void Each_picture_has_an_id_of_its_own_for_files_and_links() =>
        PictureCatalog.Of(DrawnPicture.Committed).Select(picture => picture.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    [Fact]
    public void It_has_as_many_marks_as_it_says_and_each_tells_what_it_is()
    {
        Drawn.Should().OnlyContain(drawn => drawn.Picture.Marks == drawn.Marks.Length && drawn.Marks.Length > 0);
        Drawn.SelectMany(drawn => drawn.Marks).Should().OnlyContain(title => title.Contains(": ") && title.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void Whoever_does_not_see_it_is_told_what_it_shows()
    {
        foreach (var drawn in Drawn)
        {
            ((string?)drawn.Root.Attribute("role")).Should().Be("img");
            var named = ((string)drawn.Root.Attribute("aria-labelledby")!).Split(' ').Select(id => drawn.Root.Elements().Single(element => (string?)element.Attribute("id") == id).Value);
            named.Should().Equal(drawn.Picture.Title, drawn.Picture.Alternative).And.OnlyContain(text => text.Length > 0);
        }
    }

    [Fact]
    public void Ids_of_two_pictures_on_one_page_never_clash() => PictureCatalog.Of(DrawnPicture.Committed)
        .SelectMany(picture => XElement.Parse(picture.Svg).DescendantsAndSelf().Attributes("id")).Select(id => id.Value).Should().OnlyHaveUniqueItems();

    [Fact]
    public void It_takes_the_width_of_its_container_and_stays_within_it()
    {
        foreach (var drawn in Drawn)
        {
            ((string?)drawn.Root.Attribute("width")).Should().Be("100%");
            drawn.Root.Attribute("height").Should().BeNull();
            var box = ((string)drawn.Root.Attribute("viewBox")!).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            box[2].Should().Be(SheetWidth);
            drawn.Lines().SelectMany(shape => DrawnPicture.Points(shape)).Should().OnlyContain(point => point.X >= 0 && point.X <= SheetWidth && point.Y >= 0 && point.Y <= box[3], drawn.Picture.Id);
        }
    }

    [Fact]
    public void Every_text_can_be_read_on_a_telephone_and_none_runs_over_the_edge()
    {
        foreach (var drawn in Drawn)
        {
            drawn.Root.Descendants().Where(element => element.Name.LocalName == "text").Should().OnlyContain(
                text => double.Parse((string)text.Attribute("font-size")!, CultureInfo.InvariantCulture) * 360 / SheetWidth >= 10);
            drawn.Boxes().Should().OnlyContain(box => box.Left >= 0 && box.Right <= SheetWidth, drawn.Picture.Id);
        }
    }

    [Fact]
    public void No_two_texts_overlap()
    {
        foreach (var drawn in Drawn)
        {
            var boxes = drawn.Boxes();
            boxes.SelectMany((one, index) => boxes.Skip(index + 1).Where(one.Overlaps).Select(other => $"{drawn.Picture.Id}: {one.Text} and {other.Text}")).Should().BeEmpty();
        }
    }

    [Fact]
    public void Its_colours_stand_out_on_a_light_page_and_on_a_dark_one()
    {
        var marks = Drawn.SelectMany(drawn => drawn.Root.Descendants().Where(element => element.Name.LocalName != "text"));
        var paints = marks.Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke").Select(attribute => attribute.Value).Distinct().Except(["none", "currentColor"]);

        paints.Should().NotBeEmpty().And.OnlyContain(paint => Grounds.All(ground => Contrast.Of(paint, ground) >= 3));
    }

    [Fact]
    public void It_needs_nothing_from_outside_and_runs_nothing()
    {
        var elements = Drawn.SelectMany(drawn => drawn.Root.DescendantsAndSelf()).ToArray();

        elements.Select(element => element.Name.LocalName).Distinct().Should().BeSubsetOf(["svg", "title", "desc", "style", "g", "text", "polyline", "polygon", "rect", "ellipse", "line"]);
        elements.Attributes().Should().NotContain(attribute => attribute.Name.LocalName.StartsWith("on") || attribute.Name.LocalName == "href" || attribute.Name.LocalName == "style" || attribute.Value.Contains("url("));
        elements.Where(element => element.Name.LocalName == "style").Select(element => element.Value).Distinct().Should().ContainSingle().Which.Should().NotContainAny("@import", "url(");
    }

    [Fact]
    public void Text_from_outside_is_text()
    {
        var pictures = PictureCatalog.Of(EveryPicture.Report(Clip)).AddRange(PictureCatalog.Of(Hostile()));

        pictures.Select(picture => picture.Id).Should().Contain(EveryPicture.Kinds);
        pictures.Should().OnlyContain(picture => !picture.Svg.Contains("<img", StringComparison.Ordinal) && picture.Svg.Contains("&lt;img src=x onerror=1&gt;.mkv", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_run_gives_the_same_pictures() =>
        PictureCatalog.Of(new CannedRun().Report()).Should().Equal(PictureCatalog.Of(new CannedRun().Report()));

    // The same with a lane whose name is as long as file systems allow, and with reasons that are markup.
    private static RunReport Hostile()
    {
        var lane = new Lane($"wasmtime+{new string('m', 250)}", "wasmtime", "mine");
        return new CannedRun { Subject = Clip, WhyNotMeasured = CannedRun.HostileText }.Report().Cases
            .Select(summary => summary.Case.Lane == CannedRun.Measured ? summary with { Case = summary.Case with { Lane = lane } } : summary).Report();
    }
}
