using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A page with a text from outside wherever one can stand.</summary>
public static class HostilePage
{
    public static ReportPage Of(string text) => new(
        text,
        [new Lead(PageText.Strong(text, text)), new KeyNumbers([new(text, text, text, Tone.Bad)])],
        [
            new PageSection(
                text,
                [
                    new Paragraph(PageText.Code(text, text)),
                    new BulletList([new(text, [text])]),
                    new PageTable(text, [new(text, text)], [[new(text, 1, Tone.Unsure)], [text]]),
                    new PictureBlock(CannedPicture.Of("canned") with { Title = text, Alternative = text }),
                    new PageSection(text, []),
                ]),
        ]);
}
